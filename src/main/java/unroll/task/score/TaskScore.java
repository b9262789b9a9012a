package unroll.task.score;

import java.util.List;
import java.util.Optional;

/**
 * How well a part of a task's data is done.
 *
 * @param accuracy of the asked steps, those answered rightly
 * @param exactMatch of the examples, those of which every asked step is right
 * @param restored of the asked steps at which output and input differ, those answered rightly
 * @param byPlace accuracy at the first step, the second ...: of the example where it is asked step by step, of the
 *     answer where it is written
 * @param confusion of the labels, where labels are asked for
 */
public record TaskScore(
        Ratio accuracy, Ratio exactMatch, Ratio restored, List<Ratio> byPlace, Optional<ConfusionMatrix> confusion) {
    /** Where nothing but the steps can be counted, as in a text without an end. */
    public static TaskScore ofSteps(long right, long asked) {
        return new TaskScore(new Ratio(right, asked), Ratio.NONE, Ratio.NONE, List.of(), Optional.empty());
    }
}
