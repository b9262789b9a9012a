package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import unroll.task.DataKind;
import unroll.task.InputOutput;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskRequest;
import unroll.task.TryIt;
import unroll.task.data.LocaleNames;
import unroll.task.data.PairTask;

/** Names and the tags of their languages, one to be found from the other; or the user's labeled lines. */
public abstract class NameTask extends PairTask {
    private NameTask(TaskDescription about) {
        super(about);
    }

    /** The language of a name, out of 32; or the label of any line, from the user's labeled lines. */
    @AutoService(Task.class)
    public static final class LanguageOfName extends NameTask {
        public LanguageOfName() {
            super(new TaskDescription(
                    "language",
                    "Language of a name",
                    RnnType.MANY_TO_ONE,
                    20,
                    "The network reads the name of a country or language and says in which of 32 languages it is written; your own lines may have any labels.",
                    "Watch the bars move with every letter, and in the confusion matrix the languages that are relatives.",
                    StartingPoint.unidirectional("gru", 128, 32, 0.002),
                    TryIt.plain("A line", "Frankreich"),
                    Set.of(DataKind.MADE, DataKind.PAIRS),
                    Set.of(Measure.ACCURACY, Measure.CONFUSION),
                    List.of()));
        }

        @Override
        protected List<InputOutput> pairs(OptionValues choices, TaskRequest request) {
            return LocaleNames.ofOneLanguage();
        }
    }

    /**
     * A name in the style of a language, from the language's tag; or lines of any label, from the user's labeled lines.
     */
    @AutoService(Task.class)
    public static final class NameInLanguage extends NameTask {
        public NameInLanguage() {
            super(new TaskDescription(
                    "names",
                    "Name in a language",
                    RnnType.ONE_TO_MANY,
                    20,
                    "From a language's tag the network writes the name of a country or language as that language would; your own lines may have any labels.",
                    "Watch names that exist nowhere and still sound of their language.",
                    StartingPoint.unidirectional("gru", 128, 32, 0.002),
                    TryIt.plain("A label", "fi"),
                    Set.of(DataKind.MADE, DataKind.PAIRS),
                    Set.of(Measure.ACCURACY),
                    List.of()));
        }

        @Override
        protected List<InputOutput> pairs(OptionValues choices, TaskRequest request) {
            return LocaleNames.ofOneLanguage().stream()
                    .map(name -> new InputOutput(name.output(), name.input()))
                    .toList();
        }
    }
}
