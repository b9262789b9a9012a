package unroll.session.report;

import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.TrainingProgress;
import unroll.session.Dataset;
import unroll.session.Status;
import unroll.task.score.ConfusionMatrix;
import unroll.task.score.TaskScore;
import unroll.train.Evaluation;

/**
 * How large a model is and how far it came. What was not measured is not a number.
 *
 * @param parameters trainable weights
 * @param symbols different symbols it tells apart at its output; 0 where that is not known
 * @param step updates done
 * @param epoch passes over the training part
 * @param seconds spent training
 * @param charsPerSecond recent speed
 */
public record RunResults(
        long parameters,
        int symbols,
        long step,
        double epoch,
        double seconds,
        double charsPerSecond,
        Losses losses,
        Scores scores) {
    /**
     * In nats per character.
     *
     * @param train last, smoothed
     * @param validation last measured
     * @param best lowest measured on the validation part
     */
    public record Losses(double train, double validation, double best) {}

    /**
     * On the validation part, from 0 to 1.
     *
     * @param accuracy share of asked characters answered rightly
     * @param exactMatch share of examples answered wholly rightly
     * @param macroAccuracy mean over the labels of the share of their examples named rightly
     */
    public record Scores(double accuracy, double exactMatch, double macroAccuracy) {
        static final Scores NONE = new Scores(Double.NaN, Double.NaN, Double.NaN);

        static Scores of(TaskScore score) {
            return new Scores(
                    score.accuracy().value(),
                    score.exactMatch().value(),
                    score.confusion().map(ConfusionMatrix::macroAccuracy).orElse(Double.NaN));
        }
    }

    static RunResults of(Status status) {
        Dataset material = status.material();
        Evaluation evaluation = status.evaluation();
        return new RunResults(
                status.parameters(),
                material == null ? 0 : material.data().layout().vocabularies().outputs(),
                status.step(),
                status.epoch(),
                status.seconds(),
                status.charsPerSecond() > 0 ? status.charsPerSecond() : Double.NaN,
                new Losses(status.trainLoss(), status.validationLoss(), status.bestValidationLoss()),
                evaluation == null ? Scores.NONE : Scores.of(evaluation.score()));
    }

    /** A file keeps neither speed nor scores. */
    static RunResults of(Checkpoint saved) {
        TrainingProgress progress = saved.training().progress();
        return new RunResults(
                saved.spec().parameters(),
                saved.spec().outputs(),
                saved.training().state().steps(),
                progress.epoch(),
                progress.seconds(),
                Double.NaN,
                new Losses(progress.trainLoss(), progress.validationLoss(), progress.bestValidationLoss()),
                Scores.NONE);
    }
}
