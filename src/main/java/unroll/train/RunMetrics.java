package unroll.train;

/**
 * The figures of a run after a step: what events, status, snapshots, checkpoints and reports carry. Immutable.
 *
 * @param step updates since the model began
 * @param epoch passes over the training part
 * @param seconds spent training, in this program and before
 * @param losses in nats per character
 * @param gradientNorm of the last step, before clipping; NaN where none was taken in this program
 * @param learningRate of the last step
 * @param charsPerSecond recent speed; 0 where no step was taken in this program
 * @param secondsLeft until the last step asked for, at the recent speed; NaN where there is none or it cannot be told yet
 */
public record RunMetrics(
        long step,
        double epoch,
        double seconds,
        Losses losses,
        double gradientNorm,
        double learningRate,
        double charsPerSecond,
        double secondsLeft) {
    /**
     * The losses of a run in nats per character; NaN where none was measured.
     *
     * @param train smoothed over about the last hundred steps
     * @param validation last measured
     * @param best lowest measured on the validation part
     */
    public record Losses(double train, double validation, double best) {
        public static final Losses NONE = new Losses(Double.NaN, Double.NaN, Double.NaN);

        public Losses withTrain(double value) {
            return new Losses(value, validation, best);
        }

        /** With another measurement on the validation part. */
        public Losses withValidation(double value) {
            return new Losses(train, value, isLowest(value) ? value : best);
        }

        /** Whether a measurement on the validation part is lower than all before. */
        public boolean isLowest(double value) {
            return !(value >= best);
        }
    }

    /** Of a run that no step of this program has moved: what a model that was just made or read from a file knows. */
    public static RunMetrics standing(long step, double epoch, double seconds, Losses losses, double learningRate) {
        return new RunMetrics(step, epoch, seconds, losses, Double.NaN, learningRate, 0, Double.NaN);
    }

    /** Of a model that was never trained. */
    public static RunMetrics untrained(double learningRate) {
        return standing(0, 0, 0, Losses.NONE, learningRate);
    }

    public RunMetrics withLosses(Losses value) {
        return new RunMetrics(step, epoch, seconds, value, gradientNorm, learningRate, charsPerSecond, secondsLeft);
    }

    public RunMetrics withSeconds(double value) {
        return new RunMetrics(step, epoch, value, losses, gradientNorm, learningRate, charsPerSecond, secondsLeft);
    }
}
