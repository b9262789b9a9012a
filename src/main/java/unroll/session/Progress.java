package unroll.session;

import unroll.train.Trainer;

/** What a run shows of itself after every step; the fields are those of {@link Status}. Immutable. */
public record Progress(
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
    static Progress none(double learningRate) {
        double unknown = Double.NaN;
        return new Progress(Phase.READY, 0, 0, 0, unknown, unknown, unknown, unknown, learningRate, 0, unknown);
    }

    /** Before any step of this sitting. */
    static Progress at(Phase phase, Learner learner, RunNotes notes, double learningRate) {
        return new Progress(
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

    Progress after(Trainer.Step done, double smoothedLoss, Pace pace) {
        return new Progress(
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

    Progress in(Phase next) {
        return new Progress(
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

    Progress measured(double last, double best) {
        return new Progress(
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
