package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import unroll.task.DataKind;
import unroll.task.OptionValues;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskData;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TaskRequest;
import unroll.task.TextWriting;
import unroll.task.TryIt;
import unroll.task.data.CorpusWindows;

/** Tasks that cut a text into windows, each of which begins without a memory. */
public abstract class TextWindows extends Task {
    private TextWindows(TaskDescription about) {
        super(about);
    }

    /** How the text is cut. */
    abstract CorpusWindows.Cut cut(OptionValues choices);

    @Override
    public final TaskData data(OptionValues choices, TaskRequest request) {
        return CorpusWindows.data(about().type(), request, cut(choices));
    }

    /** The next character from this character alone, without a state to remember anything in: a learned table of pairs. */
    @AutoService(Task.class)
    public static final class Bigram extends TextWindows {
        public Bigram() {
            super(new TaskDescription(
                    "bigram",
                    "Next character from this one",
                    RnnType.ONE_TO_ONE,
                    10,
                    "From one character alone the network guesses the next one.",
                    "Watch its table of V by V shares become the one that is counted from the text; no network without a memory can do better.",
                    StartingPoint.unidirectional("elman", 64, 1024, 0.01),
                    TryIt.plain("A character", "t"),
                    Set.of(DataKind.TEXT),
                    List.of()));
        }

        @Override
        public Optional<TextWriting> writing(OptionValues choices) {
            return Optional.of(new TextWriting(1));
        }

        @Override
        CorpusWindows.Cut cut(OptionValues choices) {
            return new CorpusWindows.Cut(1, 1, CorpusWindows.Targets.LAST);
        }
    }

    /**
     * A window of characters to the one after it: the loss stands on the last step only, and every window begins without
     * a memory.
     */
    @AutoService(Task.class)
    public static final class WindowToNext extends TextWindows {
        private static final TaskOption<Long> WINDOW =
                TaskOption.whole("window", "Characters that are read.", 20, 1, TaskOption.MAX_LENGTH);

        public WindowToNext() {
            super(new TaskDescription(
                    "window",
                    "Next character from a window",
                    RnnType.MANY_TO_ONE,
                    10,
                    "The network reads a window of characters and guesses the one after it; a text is written by sliding the window.",
                    "Watch how much slower it learns than one that is asked at every step: only one step in a window teaches anything.",
                    StartingPoint.unidirectional("lstm", 128, 64, 0.002),
                    TryIt.plain("A window of text", "The "),
                    Set.of(DataKind.TEXT),
                    List.of(WINDOW)));
        }

        @Override
        public Optional<TextWriting> writing(OptionValues choices) {
            return Optional.of(new TextWriting(choices.getInt(WINDOW)));
        }

        @Override
        CorpusWindows.Cut cut(OptionValues choices) {
            return new CorpusWindows.Cut(choices.getInt(WINDOW), 1, CorpusWindows.Targets.LAST);
        }
    }

    /**
     * One character of a text to the characters after it. While it learns, every later input is the text; when it writes,
     * its own last output.
     */
    @AutoService(Task.class)
    public static final class Continuation extends TextWindows {
        private static final TaskOption<Long> LENGTH =
                TaskOption.whole("length", "Characters that follow the first.", 50, 1, TaskOption.MAX_LENGTH);

        public Continuation() {
            super(new TaskDescription(
                    "continuation",
                    "Text from one character",
                    RnnType.ONE_TO_MANY,
                    10,
                    "From one character the network writes on, each character from those it wrote before.",
                    "Watch a wrong character lead it astray: it has learned to go on from right ones only.",
                    StartingPoint.unidirectional("lstm", 128, 32, 0.002),
                    TryIt.plain("A character", "T"),
                    Set.of(DataKind.TEXT),
                    List.of(LENGTH)));
        }

        @Override
        public Optional<TextWriting> writing(OptionValues choices) {
            return Optional.of(TextWriting.CARRYING);
        }

        @Override
        CorpusWindows.Cut cut(OptionValues choices) {
            return new CorpusWindows.Cut(choices.getInt(LENGTH), choices.getInt(LENGTH), CorpusWindows.Targets.ALL);
        }
    }
}
