package unroll.task;

import java.util.function.UnaryOperator;

/**
 * Trying a task by hand: from what a person types to what the network reads, and from its answer to what a person
 * sees.
 *
 * @param label what is typed, for the field: "A sum"
 * @param example something to start with
 * @param read what the network is given; throws a {@link unroll.message.ProblemException} where it is no input
 * @param show what is shown of the answer's text
 */
public record TryIt(String label, String example, UnaryOperator<String> read, UnaryOperator<String> show) {
    /** Typed and answered as it is. */
    public static TryIt plain(String label, String example) {
        return new TryIt(label, example, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** Changed before it is read. */
    public static TryIt reading(String label, String example, UnaryOperator<String> read) {
        return new TryIt(label, example, read, UnaryOperator.identity());
    }
}
