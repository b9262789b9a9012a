package unroll.corpus;

/**
 * How a text is divided by position: the first share trains, the next validates, the last tests.
 *
 * @param train share from 0 to 1; the three add up to 1
 */
public record Split(double train, double validation, double test) {
    /** 90 % training, 5 % validation, 5 % test. */
    public static final Split DEFAULT = new Split(0.9, 0.05, 0.05);
}
