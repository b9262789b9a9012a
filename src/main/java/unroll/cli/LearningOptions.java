package unroll.cli;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import unroll.sample.SamplingSettings;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.RateSchedule;
import unroll.train.TrainingConfig;

/** How weights are changed, and when the run is looked at. */
final class LearningOptions {
    @Option(
            names = "--optimizer",
            paramLabel = "RULE",
            completionCandidates = Rules.class,
            description = "Update rule: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String optimizer = TrainingConfig.DEFAULT.optimizer().kind().word();

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description = "Base learning rate (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "0.002", range = "above 0")
    private double learningRate = TrainingConfig.DEFAULT.learningRate();

    @Option(
            names = "--schedule",
            paramLabel = "FORM",
            description = {
                "How the learning rate changes: constant, step:FACTOR:EVERY, cosine:WARMUP:TOTAL[:FLOOR] or plateau:FACTOR:PATIENCE,"
                        + " counted in steps, for plateau in validations (default: ${DEFAULT-VALUE})."
            })
    private String schedule = TrainingConfig.DEFAULT.schedule().text();

    @ArgGroup
    private @Nullable ClippingChoice clipping;

    @Option(
            names = "--validate-every",
            paramLabel = "N",
            description = "Steps between two validations; 0 for never (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "200", range = "from 0 up")
    private int validateEvery = TrainingConfig.DEFAULT.validateEvery();

    @Option(
            names = "--patience",
            paramLabel = "N",
            description =
                    "Stop after this many validations without a new best loss; 0 for never (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "5", range = "from 0 up")
    private int patience = TrainingConfig.DEFAULT.patience();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of all random numbers of the run (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "1", range = "from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE)
    private long seed = TrainingConfig.DEFAULT.seed();

    @Option(
            names = "--sample-every",
            paramLabel = "N",
            description = "Steps between two samples on standard error (default: no samples).")
    @Numeric(example = "500", range = "from 0 up")
    private @Nullable Integer sampleEvery;

    /** One way to clip gradients. */
    static final class ClippingChoice {
        @Option(
                names = "--clip-norm",
                paramLabel = "X",
                required = true,
                description = "Scale gradients down to this norm (the default, at 5).")
        @Numeric(example = "5", range = "above 0")
        private @Nullable Double norm;

        @Option(
                names = "--clip-value",
                paramLabel = "X",
                required = true,
                description = "Limit every entry of a gradient to this size.")
        @Numeric(example = "1", range = "above 0")
        private @Nullable Double value;

        @Option(names = "--no-clip", required = true, description = "Leave gradients as they are.")
        private boolean off;

        Clipping clipping() {
            if (norm != null) {
                return Clipping.norm(norm);
            }
            return value != null ? Clipping.value(value) : Clipping.off();
        }
    }

    /**
     * These settings with those that were given.
     *
     * @throws IllegalArgumentException with a sentence, where they are out of range
     */
    TrainingConfig over(TrainingConfig base, ExplicitOptions given) {
        return new TrainingConfig(
                base.batch(),
                base.window(),
                given.has("--optimizer")
                        ? base.optimizer().switchedTo(OptimizerSpec.Kind.named(optimizer))
                        : base.optimizer(),
                given.or("--learning-rate", learningRate, base.learningRate()),
                given.has("--schedule") ? RateSchedule.parse(schedule) : base.schedule(),
                clipping == null ? base.clipping() : clipping.clipping(),
                given.or("--seed", seed, base.seed()),
                base.threads(),
                base.maxSteps(),
                given.or("--validate-every", validateEvery, base.validateEvery()),
                sampleEvery == null ? base.sampleEvery() : sampleEvery,
                given.or("--patience", patience, base.patience()));
    }

    /**
     * How samples on the way are drawn, or null where none are wanted.
     *
     * @param usual whether they are wanted where nothing was said
     */
    @Nullable
    SamplingSettings sampling(boolean usual) {
        boolean wanted = sampleEvery == null ? usual : sampleEvery > 0;
        return wanted ? SamplingSettings.DEFAULT : null;
    }

    /** The names of the update rules. */
    static final class Rules implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return OptimizerSpec.Kind.words().iterator();
        }
    }
}
