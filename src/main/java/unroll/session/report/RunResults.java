package unroll.session.report;

import java.util.function.ToDoubleFunction;
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
 * @param score on the validation part; null where it was not measured or is not known
 */
public record RunResults(
        long parameters,
        int symbols,
        RunMetrics metrics,
        @Nullable TaskScore score) {
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
        return new RunResults(parameters, symbols, metrics, evaluation == null ? null : evaluation.score());
    }

    /** A file keeps neither speed nor score. */
    static RunResults of(Checkpoint saved) {
        RunMetrics metrics = saved.training().notes().metrics();
        return new RunResults(saved.spec().parameters(), saved.spec().outputs(), metrics, null);
    }

    /** Share of asked characters answered rightly, 0 to 1. */
    double accuracy() {
        return share(known -> known.accuracy().value());
    }

    /** Share of examples answered wholly rightly, 0 to 1. */
    double exactMatch() {
        return share(known -> known.exactMatch().value());
    }

    /** Mean over the labels of the share of their examples named rightly, 0 to 1. */
    double macroAccuracy() {
        return share(
                known -> known.confusion().map(ConfusionMatrix::macroAccuracy).orElse(Double.NaN));
    }

    private double share(ToDoubleFunction<TaskScore> share) {
        return score == null ? Double.NaN : share.applyAsDouble(score);
    }
}
