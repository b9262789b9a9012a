package unroll.cli;

import picocli.CommandLine.Option;
import unroll.train.TrainingConfig;

/** How much is computed in a step, and by how many. */
final class ShapeOptions {
    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Streams or examples read side by side (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "50", range = "from 1 to " + TrainingConfig.MAX_BATCH)
    private int batch = TrainingConfig.DEFAULT.batch();

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "Steps of backpropagation through time (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "50", range = "from 1 to " + TrainingConfig.MAX_WINDOW)
    private int window = TrainingConfig.DEFAULT.window();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that share a step; 0 lets the program choose (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "2", range = "from 0 to " + TrainingConfig.MAX_THREADS)
    private int threads = TrainingConfig.DEFAULT.threads();

    /**
     * These settings with those that were given.
     *
     * @throws IllegalArgumentException with a sentence, where they are out of range
     */
    TrainingConfig over(TrainingConfig base, ExplicitOptions given) {
        return new TrainingConfig(
                given.or("--batch", batch, base.batch()),
                given.or("--window", window, base.window()),
                base.optimizer(),
                base.learningRate(),
                base.schedule(),
                base.clipping(),
                base.seed(),
                given.or("--threads", threads, base.threads()),
                base.maxSteps(),
                base.validateEvery(),
                base.sampleEvery(),
                base.patience());
    }
}
