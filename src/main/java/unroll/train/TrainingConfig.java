package unroll.train;

/**
 * How a network is trained. The defaults stand here and nowhere else.
 *
 * @param batch B, streams read side by side; 1 to 4096
 * @param window T, steps of backpropagation through time; 1 to 4096
 * @param optimizer the update rule
 * @param learningRate base rate; above 0
 * @param schedule how the rate moves
 * @param clipping how large gradients are tamed
 * @param seed from which every random number of the run comes
 * @param threads workers that share the batch; 0 for as many as this machine gives (one core is left to the window)
 * @param maxSteps the run is finished after this many steps; 0 for no end
 * @param validateEvery steps between two measurements of the validation loss; 0 for never
 * @param sampleEvery steps between two samples; 0 for never
 * @param patience stop early after this many validations without a new best; 0 for never
 */
public record TrainingConfig(
        int batch,
        int window,
        OptimizerSpec optimizer,
        double learningRate,
        RateSchedule schedule,
        Clipping clipping,
        long seed,
        int threads,
        long maxSteps,
        int validateEvery,
        int sampleEvery,
        int patience) {
    public static final TrainingConfig DEFAULT = new TrainingConfig(
            50, 50, OptimizerSpec.DEFAULT, 0.002, RateSchedule.CONSTANT, Clipping.DEFAULT, 1, 0, 0, 200, 100, 0);
}
