package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.task.DataKind;
import unroll.task.InputOutput;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;
import unroll.task.data.GeneratedPairs;

/** At every bracket: how many are open. Brackets go up and down at random between 0 and the greatest depth. */
@AutoService(Task.class)
public final class BracketDepth extends GeneratedPairs {
    private static final TaskOption<Long> LENGTH = TaskOption.whole(
            "length", "Maximum brackets per line; lines have 1 to this many.", 30, 2, TaskOptions.MAX_LENGTH);
    private static final TaskOption<Long> DEPTH = TaskOption.whole("depth", "Maximum brackets open at once.", 5, 1, 9);
    private static final TaskOption<Long> EXAMPLES = TaskOptions.examples(5_000);

    public BracketDepth() {
        super(
                new TaskDescription(
                        "depth",
                        "Bracket depth",
                        RnnType.MANY_TO_MANY_EQUAL,
                        20,
                        "After every bracket the network says how many are open.",
                        "Watch the state count: an Elman network does it with one unit that climbs and falls.",
                        StartingPoint.unidirectional("gru", 32, 32, 0.005),
                        TryIt.plain("Brackets", "(()(()))"),
                        Set.of(DataKind.MADE),
                        Set.of(Measure.ACCURACY, Measure.EXACT_MATCH),
                        List.of(LENGTH, DEPTH, EXAMPLES)),
                EXAMPLES);
    }

    @Override
    protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
        int length = random.nextInt(1, choices.getInt(LENGTH) + 1);
        int deepest = choices.getInt(DEPTH);
        StringBuilder brackets = new StringBuilder(length);
        StringBuilder depths = new StringBuilder(length);
        int depth = 0;
        for (int t = 0; t < length; t++) {
            boolean opens = depth == 0 || depth < deepest && random.nextBoolean();
            depth += opens ? 1 : -1;
            brackets.append(opens ? '(' : ')');
            depths.append(depth);
        }
        return new InputOutput(brackets.toString(), depths.toString());
    }
}
