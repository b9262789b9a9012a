package unroll.session.report;

import org.jspecify.annotations.Nullable;
import unroll.checkpoint.Checkpoint;
import unroll.session.data.Dataset;
import unroll.session.state.Status;
import unroll.task.score.ConfusionMatrix;
import unroll.task.score.TaskScore;
import unroll.train.Evaluation;
import unroll.train.RunMetrics;

/**
 * How large a model is and how far it came. What was not measured is not a number.
 *
 * @param parameters trainable weights
 * @param symbols different symbols it tells apart at its output; 0 where that is not known
 * @param metrics how far it came; without speed where that is not known
 */
public record RunResults(long parameters, int symbols, RunMetrics metrics, Scores scores) {
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
        Dataset dataset = status.dataset();
        return of(
                status.model().parameters(),
                dataset == null ? 0 : dataset.data().layout().vocabularies().outputs(),
                status.metrics(),
                status.run().evaluation());
    }

    /** @param evaluation the last one, or null where nothing was measured */
    public static RunResults of(long parameters, int symbols, RunMetrics metrics, @Nullable Evaluation evaluation) {
        return new RunResults(
                parameters, symbols, metrics, evaluation == null ? Scores.NONE : Scores.of(evaluation.score()));
    }

    /** A file keeps neither speed nor scores. */
    static RunResults of(Checkpoint saved) {
        return new RunResults(
                saved.spec().parameters(),
                saved.spec().outputs(),
                saved.training().notes().metrics(),
                Scores.NONE);
    }
}
