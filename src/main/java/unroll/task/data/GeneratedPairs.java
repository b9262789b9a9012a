package unroll.task.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.task.InputOutput;
import unroll.task.OptionValues;
import unroll.task.RandomStreams;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TaskRequest;

/** A task whose pairs are drawn at random, each different one once. */
public abstract class GeneratedPairs extends PairTask {
    /** Draws for each pair that is wanted; whoever meets none that is new in so many has met nearly all there are. */
    private static final int PATIENCE = 100;

    private final TaskOption<Long> examples;

    /**
     * @param about what {@link #about} gives
     * @param examples how many pairs are wanted; there are fewer where there are no more, or the last ones are too rare to be
     *     met
     */
    protected GeneratedPairs(TaskDescription about, TaskOption<Long> examples) {
        super(about);
        this.examples = examples;
    }

    /** Makes one pair at random. */
    protected abstract InputOutput draw(OptionValues choices, UniformRandomProvider random);

    /** In the order they were drawn; two pairs with the same key count as one. */
    @Override
    protected final List<InputOutput> pairs(OptionValues choices, TaskRequest request) {
        UniformRandomProvider random = RandomStreams.data(request.seed(), about().name());
        int wanted = choices.getInt(examples);
        List<InputOutput> pairs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        long draws = (long) wanted * PATIENCE;
        for (long draw = 0; draw < draws && pairs.size() < wanted; draw++) {
            InputOutput pair = draw(choices, random);
            if (seen.add(key(pair))) {
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
