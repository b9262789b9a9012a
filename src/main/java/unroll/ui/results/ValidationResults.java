package unroll.ui.results;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.session.data.Dataset;
import unroll.session.run.Curves;
import unroll.session.state.Status;
import unroll.train.Evaluation;

/**
 * What the validation part was found to be done like.
 *
 * @param step updates done then; 0 where that is not known
 */
record ValidationResults(Dataset dataset, Evaluation evaluation, long step) {
    /** The last one, or null where there is none. */
    static @Nullable ValidationResults of(Status status, Curves.View curves) {
        Dataset dataset = status.dataset();
        Evaluation evaluation = status.run().evaluation();
        if (dataset == null || evaluation == null) {
            return null;
        }
        List<Curves.Point> measured = curves.validationLoss();
        return new ValidationResults(
                dataset,
                evaluation,
                measured.isEmpty() ? 0 : measured.get(measured.size() - 1).step());
    }

    /** Whether it tells of the same measurement. */
    boolean isOf(@Nullable ValidationResults other) {
        return other != null && other.evaluation == evaluation && other.dataset == dataset;
    }
}
