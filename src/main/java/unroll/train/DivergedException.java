package unroll.train;

/** The loss or the gradient is no longer a number; the message says so and what to try. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DivergedException(String sentence) {
        super(sentence);
    }
}
