package unroll.train;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * How a network is trained. The defaults stand here and nowhere else.
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
    public static final int MAX_BATCH = 4096;
    public static final int MAX_WINDOW = 4096;
    public static final int MAX_THREADS = 256;

    public static final TrainingConfig DEFAULT = new TrainingConfig(
            50, 50, OptimizerSpec.DEFAULT, 0.005, RateSchedule.CONSTANT, Clipping.DEFAULT, 1, 0, 0, 200, 100, 10);

    public TrainingConfig {
        requireWithin("batch", batch, "streams", 1, MAX_BATCH);
        requireWithin("window", window, "steps", 1, MAX_WINDOW);
        requireWithin("number of threads", threads, "(0 lets the program choose)", 0, MAX_THREADS);
        requireLearningRate(learningRate);
        requireNotNegative("last step", maxSteps);
        requireNotNegative("interval between validations", validateEvery);
        requireNotNegative("interval between samples", sampleEvery);
        requireNotNegative("patience", patience);
    }

    private static void requireWithin(String what, int got, String unit, int low, int high) {
        if (got < low || got > high) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "The %s is %d; choose a whole number from %d to %d %s.", what, got, low, high, unit));
        }
    }

    private static void requireNotNegative(String what, long got) {
        if (got < 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "The %s is %d; choose 0 for never, or more.", what, got));
        }
    }

    private static void requireLearningRate(double rate) {
        if (!(rate > 0) || !Double.isFinite(rate)) {
            throw new IllegalArgumentException(
                    "The learning rate is %s; choose a number above 0, for example 0.002.".formatted(rate));
        }
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
                && threads == other.threads;
    }

    public TrainingConfig withBatch(int value) {
        return with(draft -> draft.batch = value);
    }

    public TrainingConfig withWindow(int value) {
        return with(draft -> draft.window = value);
    }

    public TrainingConfig withOptimizer(OptimizerSpec value) {
        return with(draft -> draft.optimizer = value);
    }

    public TrainingConfig withLearningRate(double value) {
        return with(draft -> draft.learningRate = value);
    }

    public TrainingConfig withSchedule(RateSchedule value) {
        return with(draft -> draft.schedule = value);
    }

    public TrainingConfig withClipping(Clipping value) {
        return with(draft -> draft.clipping = value);
    }

    public TrainingConfig withSeed(long value) {
        return with(draft -> draft.seed = value);
    }

    public TrainingConfig withMaxSteps(long value) {
        return with(draft -> draft.maxSteps = value);
    }

    public TrainingConfig withValidateEvery(int value) {
        return with(draft -> draft.validateEvery = value);
    }

    public TrainingConfig withPatience(int value) {
        return with(draft -> draft.patience = value);
    }

    private TrainingConfig with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** The same settings, to be changed one by one. */
    private static final class Draft {
        private int batch;
        private int window;
        private OptimizerSpec optimizer;
        private double learningRate;
        private RateSchedule schedule;
        private Clipping clipping;
        private long seed;
        private final int threads;
        private long maxSteps;
        private int validateEvery;
        private final int sampleEvery;
        private int patience;

        Draft(TrainingConfig from) {
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
        }

        TrainingConfig done() {
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
                    patience);
        }
    }
}
