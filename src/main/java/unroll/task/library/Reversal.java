package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import unroll.task.About;
import unroll.task.Choices;
import unroll.task.DataKind;
import unroll.task.Measure;
import unroll.task.Option;
import unroll.task.Pair;
import unroll.task.Randomness;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskRequest;
import unroll.task.TryIt;
import unroll.task.data.PairSampler;
import unroll.task.data.PairTask;

/** A string of random letters to the same string from its end. */
@AutoService(Task.class)
public final class Reversal extends PairTask {
    private static final Option.Whole LENGTH = new Option.Whole(
            "length", "Maximum letters per string; strings have 1 to this many.", 8, 1, Common.LONGEST);
    private static final Option.Whole SYMBOLS = new Option.Whole("symbols", "Different letters.", 26, 2, 26);
    private static final Option.Whole EXAMPLES = Common.examples(20_000);

    @Override
    public About about() {
        return new About(
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
    public List<Option<?>> options() {
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
    protected List<Pair> pairs(Choices choices, TaskRequest request) {
        int longest = choices.get(LENGTH);
        int symbols = choices.get(SYMBOLS);
        return PairSampler.distinct(
                choices.get(EXAMPLES),
                Pair::input,
                random -> pair(Common.letters(random.nextInt(1, longest + 1), symbols, random)),
                Randomness.stream(request.seed(), "reversal"));
    }

    private static Pair pair(String letters) {
        return new Pair(letters, new StringBuilder(letters).reverse().toString());
    }
}
