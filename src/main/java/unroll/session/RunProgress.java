package unroll.session;

import unroll.train.Trainer;

/** What a run shows of itself after every step; the fields are those of {@link Status}. Immutable. */
public record RunProgress(
        Phase phase,
        long step,
        double epoch,
        double seconds,
        double trainLoss,
        double validationLoss,
        double bestValidationLoss,
        double gradientNorm,
        double learningRate,
        double charsPerSecond,
        double secondsLeft) {

    /** Where there is no model. */
    static RunProgress none(double learningRate) {
        double unknown = Double.NaN;
        return new RunProgress(Phase.READY, 0, 0, 0, unknown, unknown, unknown, unknown, learningRate, 0, unknown);
    }

    /** Before any step of this sitting. */
    static RunProgress at(Phase phase, Learner learner, RunNotes notes, double learningRate) {
        return new RunProgress(
                phase,
                learner.steps(),
                learner.epoch(),
                notes.seconds(),
                notes.trainLoss(),
                notes.validationLoss(),
                notes.bestValidationLoss(),
                Double.NaN,
                learningRate,
                0,
                Double.NaN);
    }

    /** How fast a run is, and how long it still takes. */
    record Pace(double seconds, double charsPerSecond, double secondsLeft) {}

    RunProgress after(Trainer.Step done, double smoothedLoss, Pace pace) {
        return new RunProgress(
                phase,
                done.step(),
                done.epoch(),
                pace.seconds(),
                smoothedLoss,
                validationLoss,
                bestValidationLoss,
                done.gradientNorm(),
                done.learningRate(),
                pace.charsPerSecond(),
                pace.secondsLeft());
    }

    RunProgress in(Phase next) {
        return new RunProgress(
                next,
                step,
                epoch,
                seconds,
                trainLoss,
                validationLoss,
                bestValidationLoss,
                gradientNorm,
                learningRate,
                charsPerSecond,
                secondsLeft);
    }

    RunProgress measured(double last, double best) {
        return new RunProgress(
                phase,
                step,
                epoch,
                seconds,
                trainLoss,
                last,
                best,
                gradientNorm,
                learningRate,
                charsPerSecond,
                secondsLeft);
    }
}
