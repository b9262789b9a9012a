package unroll.task;

/** Says whether an answer is right. */
@FunctionalInterface
public interface Matcher {
    /** Right is what stands in the example. */
    Matcher SAME = (pair, place, target, predicted) -> target.equals(predicted);

    /**
     * Whether a prediction counts as right.
     *
     * @param pair the example
     * @param place which of the asked steps, from 0
     * @param target what the example has there
     * @param predicted what the network says
     */
    boolean accepts(InputOutput pair, int place, AlphabetEntry target, AlphabetEntry predicted);
}
