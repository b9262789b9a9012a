package unroll.session.model;

/**
 * Tells the weights that a model has had apart.
 *
 * @param step updates done
 * @param replaced how many times earlier weights took the place of the present ones, which leaves the step as it is
 */
public record WeightsVersion(long step, int replaced) {
    /** Of no weights of any model. */
    public static final WeightsVersion NONE = new WeightsVersion(-1, 0);

    /** Of a model that was just made or read from a file. */
    public static WeightsVersion of(long step) {
        return new WeightsVersion(step, 0);
    }
}
