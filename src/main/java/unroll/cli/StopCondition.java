package unroll.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import unroll.cli.NumberParser.Numeric;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.train.TrainingEvent.Stepped;

/**
 * When a run is over. Steps, epochs and minutes count from the beginning of the model's life; where a resumed model has
 * that much behind it already, it continues for the same number again.
 *
 * @param step last one, or 0 for none
 * @param seconds of training, or infinity
 */
record StopCondition(long step, double seconds) {
    /** Where nothing is said. */
    static final int DEFAULT_EPOCHS = 10;

    private static final double SECONDS_PER_MINUTE = 60;

    /** One of the options that end a run. */
    static final class StopOption {
        @Option(names = "--steps", paramLabel = "N", required = true, description = "Stop after this many steps.")
        @Numeric(example = "1000", range = "from 1 up")
        private @Nullable Long steps;

        @Option(
                names = "--epochs",
                paramLabel = "X",
                required = true,
                description = "Stop after this many passes over the training part (default: " + DEFAULT_EPOCHS + ").")
        @Numeric(example = "10", range = "above 0")
        private @Nullable Double epochs;

        @Option(
                names = "--minutes",
                paramLabel = "X",
                required = true,
                description = "Stop after this many minutes of training.")
        @Numeric(example = "2.5", range = "above 0")
        private @Nullable Double minutes;
    }

    /**
     * How far a run is.
     *
     * @param lastStep where it was to end when it was saved, or 0
     */
    record Progress(long step, double seconds, long lastStep) {
        static final Progress START = new Progress(0, 0, 0);
    }

    /** @throws ProblemException where there is nothing to do */
    static StopCondition of(@Nullable StopOption choice, Progress now, long stepsPerEpoch) {
        if (choice == null) {
            return now.lastStep() > now.step()
                    ? new StopCondition(now.lastStep(), Double.POSITIVE_INFINITY)
                    : afterEpochs(DEFAULT_EPOCHS, now, stepsPerEpoch);
        }
        if (choice.epochs != null) {
            return afterEpochs(choice.epochs, now, stepsPerEpoch);
        }
        if (choice.minutes != null) {
            double seconds = requirePositive("--minutes", choice.minutes) * SECONDS_PER_MINUTE;
            return new StopCondition(0, seconds > now.seconds() ? seconds : now.seconds() + seconds);
        }
        return atStep(choice.steps == null ? 0 : choice.steps, now);
    }

    /** How long the run still takes; empty where it cannot be told yet, or the run has no end. */
    Optional<Duration> timeLeft(Stepped now) {
        double left = step > 0
                ? now.metrics().secondsLeft()
                : Math.max(0, seconds - now.metrics().seconds());
        return Double.isFinite(left) ? Optional.of(Duration.ofSeconds(Math.round(left))) : Optional.empty();
    }

    /** No end, except the one that a run which was cut short was to have. */
    static StopCondition ofResumed(Progress now) {
        return new StopCondition(now.lastStep() > now.step() ? now.lastStep() : 0, Double.POSITIVE_INFINITY);
    }

    private static StopCondition afterEpochs(double epochs, Progress now, long stepsPerEpoch) {
        return atStep((long) Math.ceil(requirePositive("--epochs", epochs) * stepsPerEpoch), now);
    }

    private static StopCondition atStep(long step, Progress now) {
        if (step < 1) {
            throw Reason.INVALID_VALUE.exception("--steps", Long.toString(step), "a whole number from 1 up");
        }
        return new StopCondition(step > now.step() ? step : now.step() + step, Double.POSITIVE_INFINITY);
    }

    private static double requirePositive(String option, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw Reason.INVALID_VALUE.exception(option, Double.toString(value), "a number above 0");
        }
        return value;
    }
}
