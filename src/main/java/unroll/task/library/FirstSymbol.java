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

/**
 * The first symbol of a string, asked for after its last: how long is the memory? Each letter is as likely, and so is
 * each length.
 */
@AutoService(Task.class)
public final class FirstSymbol extends PairTask {
    private static final Option.Whole LENGTH =
            new Option.Whole("length", "Maximum letters per string.", 40, 2, Common.LONGEST);
    private static final Option.Whole SHORTEST = new Option.Whole(
            "shortest",
            "Minimum letters per string; where none are short, nothing leads the way to the long ones.",
            10,
            1,
            Common.LONGEST);
    private static final Option.Whole SYMBOLS = new Option.Whole("symbols", "Different letters.", 8, 2, 26);
    private static final Option.Whole EXAMPLES = Common.examples(20_000);

    @Override
    public About about() {
        return new About(
                "first-symbol",
                "First symbol of a string",
                RnnType.MANY_TO_ONE,
                30,
                "The network reads random letters and at the end is asked for the first one.",
                "Watch an LSTM or a GRU get there after some epochs and an Elman network never; with shortest=1 the short strings lead even that one to the long ones.");
    }

    @Override
    public StartingPoint start() {
        return StartingPoint.oneWay("lstm", 64, 64, 0.005);
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LENGTH, SHORTEST, SYMBOLS, EXAMPLES);
    }

    @Override
    public Set<DataKind> reads() {
        return Set.of(DataKind.MADE);
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.ACCURACY, Measure.CONFUSION);
    }

    @Override
    public TryIt tryIt() {
        return TryIt.plain("Letters", "cabbage");
    }

    @Override
    protected List<Pair> pairs(Choices choices, TaskRequest request) {
        int longest = choices.get(LENGTH);
        int shortest = Math.min(longest, choices.get(SHORTEST));
        int symbols = choices.get(SYMBOLS);
        return PairSampler.distinct(
                choices.get(EXAMPLES),
                Pair::input,
                random -> pair(Common.letters(random.nextInt(shortest, longest + 1), symbols, random)),
                Randomness.stream(request.seed(), "first-symbol"));
    }

    private static Pair pair(String letters) {
        return new Pair(letters, letters.substring(0, 1));
    }
}
