package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import unroll.task.DataKind;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.Pair;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskRequest;
import unroll.task.TryIt;
import unroll.task.data.LocaleNames;
import unroll.task.data.PairTask;

/** The language of a name, out of 32; or the label of any line, from the user's labelled lines. */
@AutoService(Task.class)
public final class LanguageOfName extends PairTask {
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
    protected List<Pair> pairs(OptionValues choices, TaskRequest request) {
        return LocaleNames.ofOneLanguage();
    }
}
