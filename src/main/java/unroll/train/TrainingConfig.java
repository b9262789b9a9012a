package unroll.train;

import java.util.function.Consumer;
import unroll.message.NumericRange;
import unroll.message.ProblemException;

/**
 * How a network is trained. The defaults are those of its {@link Builder}, and stand nowhere else.
 *
 * @param batch B, streams read side by side; 1 to 4096
 * @param window T, steps of backpropagation through time; 1 to 4096
 * @param optimizer the update rule
 * @param learningRate base rate; above 0
 * @param schedule how the rate moves
 * @param clipping how large gradients are clipped
 * @param seed from which every random number of the run comes
 * @param threads workers that share the hidden units, fewer where a network is too small to share; 0 for as many as this machine gives (one core is left to the window)
 * @param maxSteps the run is finished after this many steps; 0 for no end
 * @param validateEvery steps between two measurements of the validation loss; 0 for never
 * @param sampleEvery steps between two samples; 0 for never
 * @param patience stop early after this many validations without a new best; 0 for never
 * @param labelSmoothing share of each target that is spread evenly over all symbols, 0 to 0.5; losses are shown without it
 * @param weightAverage decay of an average of the weights that is measured, writes and is saved in their place, 0 (none) to 0.9999
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
        int patience,
        double labelSmoothing,
        double weightAverage) {
    public static final NumericRange BATCH = NumericRange.whole(1, 4096);
    public static final NumericRange WINDOW = NumericRange.whole(1, 4096);
    public static final NumericRange THREADS = NumericRange.whole(0, 256);
    public static final NumericRange LEARNING_RATE = NumericRange.above0(0.002);
    public static final NumericRange MAX_STEPS = NumericRange.from(0);
    public static final NumericRange LABEL_SMOOTHING =
            NumericRange.real("a share from 0 to 0.5, for example 0.1", 0, 0.5);
    public static final NumericRange WEIGHT_AVERAGE =
            NumericRange.real("a share from 0 (no average) to 0.9999, for example 0.999", 0, 0.9999);
    /** Of intervals in steps, and of the patience in validations; 0 is never. */
    public static final NumericRange INTERVAL = NumericRange.count();

    public static final TrainingConfig DEFAULT = new Builder().build();

    /** The defaults without what ends a run early or averages its weights: for experiments that show the plain steps. */
    public static final TrainingConfig PLAIN = DEFAULT.with(change -> {
        change.patience = 0;
        change.weightAverage = 0;
    });

    public TrainingConfig {
        BATCH.require("The batch", batch);
        WINDOW.require("The window", window);
        THREADS.require("The number of threads", threads);
        LEARNING_RATE.require("The learning rate", learningRate);
        MAX_STEPS.require("The last step", maxSteps);
        INTERVAL.require("The interval between validations", validateEvery);
        INTERVAL.require("The interval between samples", sampleEvery);
        INTERVAL.require("The patience", patience);
        LABEL_SMOOTHING.require("The label smoothing", labelSmoothing);
        WEIGHT_AVERAGE.require("The weight average", weightAverage);
    }

    /** Number of workers at most: as asked, or all cores but one for the window where there are more than two. */
    public int workers() {
        int cores = Runtime.getRuntime().availableProcessors();
        return threads > 0 ? threads : cores > 2 ? cores - 1 : cores;
    }

    /** Whether a run with these settings may go on with the other ones: only what can change in a run differs. */
    public boolean continues(TrainingConfig other) {
        return batch == other.batch
                && window == other.window
                && optimizer.equals(other.optimizer)
                && seed == other.seed
                && threads == other.threads
                && weightAverage == other.weightAverage;
    }

    /**
     * These settings with some changed: {@code config.with(change -> change.batch = 32)}.
     *
     * @throws ProblemException where they are out of range
     */
    public TrainingConfig with(Consumer<Builder> change) {
        Builder builder = new Builder(this);
        change.accept(builder);
        return builder.build();
    }

    /** The same settings, to be assigned one by one; the components of the record have the Javadoc. */
    public static final class Builder {
        public int batch = 50;
        public int window = 50;
        public OptimizerSpec optimizer = OptimizerSpec.DEFAULT;
        public double learningRate = 0.005;
        public RateSchedule schedule = RateSchedule.CONSTANT;
        public Clipping clipping = Clipping.DEFAULT;
        public long seed = 1;
        public int threads;
        public long maxSteps;
        public int validateEvery = 200;
        public int sampleEvery = 100;
        public int patience = 10;
        public double labelSmoothing;
        public double weightAverage = 0.998;

        private Builder() {}

        private Builder(TrainingConfig from) {
            batch = from.batch;
            window = from.window;
            optimizer = from.optimizer;
            learningRate = from.learningRate;
            schedule = from.schedule;
            clipping = from.clipping;
            seed = from.seed;
            threads = from.threads;
            maxSteps = from.maxSteps;
            validateEvery = from.validateEvery;
            sampleEvery = from.sampleEvery;
            patience = from.patience;
            labelSmoothing = from.labelSmoothing;
            weightAverage = from.weightAverage;
        }

        private TrainingConfig build() {
            return new TrainingConfig(
                    batch,
                    window,
                    optimizer,
                    learningRate,
                    schedule,
                    clipping,
                    seed,
                    threads,
                    maxSteps,
                    validateEvery,
                    sampleEvery,
                    patience,
                    labelSmoothing,
                    weightAverage);
        }
    }
}
