package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import unroll.task.DataKind;
import unroll.task.DataRandomness;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.Pair;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TaskRequest;
import unroll.task.TryIt;
import unroll.task.data.PairSampler;
import unroll.task.data.PairTask;

/** A string of random letters to the same string from its end. */
@AutoService(Task.class)
public final class Reversal extends PairTask {
    private static final TaskOption.Whole LENGTH = new TaskOption.Whole(
            "length", "Maximum letters per string; strings have 1 to this many.", 8, 1, TaskOptions.LONGEST);
    private static final TaskOption.Whole SYMBOLS = new TaskOption.Whole("symbols", "Different letters.", 26, 2, 26);
    private static final TaskOption.Whole EXAMPLES = TaskOptions.examples(20_000);

    @Override
    public TaskDescription about() {
        return new TaskDescription(
                "reversal",
                "String reversal",
                RnnType.MANY_TO_MANY_UNEQUAL,
                30,
                "The encoder reads letters, the decoder writes them from the last to the first.",
                "Watch the first letters of the answer come right long before the last ones: they were read last.");
    }

    @Override
    public StartingPoint start() {
        return StartingPoint.oneWay("gru", 128, 32, 0.002);
    }

    @Override
    public List<TaskOption<?>> options() {
        return List.of(LENGTH, SYMBOLS, EXAMPLES);
    }

    @Override
    public Set<DataKind> reads() {
        return Set.of(DataKind.MADE);
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.ACCURACY, Measure.EXACT_MATCH);
    }

    @Override
    public TryIt tryIt() {
        return TryIt.plain("Letters", "unroll");
    }

    @Override
    protected List<Pair> pairs(OptionValues choices, TaskRequest request) {
        int longest = choices.get(LENGTH);
        int symbols = choices.get(SYMBOLS);
        return PairSampler.distinct(
                choices.get(EXAMPLES),
                Pair::input,
                random -> pair(TaskOptions.letters(random.nextInt(1, longest + 1), symbols, random)),
                DataRandomness.stream(request.seed(), "reversal"));
    }

    private static Pair pair(String letters) {
        return new Pair(letters, new StringBuilder(letters).reverse().toString());
    }
}
