package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import unroll.message.Reason;
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
import unroll.task.data.PairTask;

/** The user's own examples, from a file of lines input, tab, output: a task for each way of laying them out. */
public abstract class OwnExamples extends PairTask {
    private OwnExamples(TaskDescription about) {
        super(about);
    }

    @Override
    protected final List<InputOutput> pairs(OptionValues choices, TaskRequest request) {
        throw Reason.TASK_READS_PAIRS.exception(about().name());
    }

    /** The user's own pairs of lines, of any length on either side. */
    @AutoService(Task.class)
    public static final class Pairs extends OwnExamples {
        public Pairs() {
            super(new TaskDescription(
                    "own-pairs",
                    "Your own pairs",
                    RnnType.MANY_TO_MANY_UNEQUAL,
                    90,
                    "From your file: the encoder reads what stands before the tab, the decoder writes what stands after it.",
                    "Watch exact match on pairs it has not seen; it takes many pairs.",
                    StartingPoint.unidirectional("gru", 128, 32, 0.002),
                    TryIt.plain("An input", "abc"),
                    Set.of(DataKind.PAIRS),
                    Set.of(Measure.ACCURACY, Measure.EXACT_MATCH),
                    List.of()));
        }
    }

    /** The user's own lines with a character for every character. */
    @AutoService(Task.class)
    public static final class Tags extends OwnExamples {
        public Tags() {
            super(new TaskDescription(
                    "own-tags",
                    "Your own tagged lines",
                    RnnType.MANY_TO_MANY_EQUAL,
                    90,
                    "From your file: at every character of a line the network says the character that stands below it.",
                    "Watch which tags need what came long before.",
                    StartingPoint.unidirectional("gru", 64, 32, 0.003),
                    TryIt.plain("A line", "abc"),
                    Set.of(DataKind.PAIRS),
                    Set.of(Measure.ACCURACY, Measure.EXACT_MATCH, Measure.RESTORED),
                    List.of()));
        }
    }

    /** The user's own lines with a character for every character, for a bidirectional network. */
    @AutoService(Task.class)
    public static final class Restoring extends OwnExamples {
        public Restoring() {
            super(new TaskDescription(
                    "own-restoring",
                    "Your own lines to restore",
                    RnnType.BIDIRECTIONAL,
                    90,
                    "From your file: the network reads a line from both ends and says at every character what should stand there.",
                    "Watch how much the second direction adds to the first.",
                    StartingPoint.bidirectional("gru", 64, 32, 0.003),
                    TryIt.plain("A line", "abc"),
                    Set.of(DataKind.PAIRS),
                    Set.of(Measure.ACCURACY, Measure.EXACT_MATCH, Measure.RESTORED),
                    List.of()));
        }
    }
}
