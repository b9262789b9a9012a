package unroll.ui.chart;

/** An exponential moving average that is not drawn towards zero at its beginning. */
final class Smoothing {
    private Smoothing() {}

    /**
     * @param values in order
     * @param weight share of the past in each new value, from 0 (none) to below 1
     */
    static double[] of(double[] values, double weight) {
        double[] smooth = new double[values.length];
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < values.length; i++) {
            sum = weight * sum + (1 - weight) * values[i];
            mass = weight * mass + (1 - weight);
            smooth[i] = sum / mass;
        }
        return smooth;
    }
}
