package unroll.session.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.TextSource;
import unroll.message.ProblemException;
import unroll.session.data.Dataset;
import unroll.session.model.CheckpointCapture;
import unroll.session.run.Curves;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.train.TrainingEvent.Sampled;

/**
 * A run as it was at one moment: everything a report says of it. Immutable.
 *
 * @param settings it was made from
 * @param source the text or pairs it learned from; null where the task made them itself or they are not known
 * @param results how far it came
 * @param curves of its losses
 * @param samples texts it wrote, oldest first; the last {@link #MAX_SAMPLES} are kept
 */
public record LabReport(
        ReportMetadata metadata,
        Settings settings,
        @Nullable TextSource source,
        RunResults results,
        Curves.View curves,
        List<Sampled> samples) {
    /** Samples in a report. */
    public static final int MAX_SAMPLES = 5;

    public LabReport {
        samples = List.copyOf(samples.subList(Math.max(0, samples.size() - MAX_SAMPLES), samples.size()));
    }

    /** Of the present run. Reads the text through for its checksum, so not for a thread that draws. */
    public static LabReport of(ReportMetadata metadata, Status status, Curves.View curves, List<Sampled> samples) {
        Dataset dataset = status.dataset();
        TextSource source = dataset == null || dataset.source() == null ? null : TextSource.of(dataset.source());
        return new LabReport(metadata, status.settings(), source, RunResults.of(status), curves, samples);
    }

    /**
     * Of a saved run: without speed, scores and samples, which files do not keep.
     *
     * @throws ProblemException where the curves in it are damaged
     */
    public static LabReport of(ReportMetadata metadata, Checkpoint saved) {
        Settings settings = CheckpointCapture.of(saved).settings();
        Curves curves = new Curves();
        if (!saved.training().notes().curves().isEmpty()) {
            curves.restore(saved.training().notes().curves());
        }
        return new LabReport(
                metadata, settings, saved.subject().source(), RunResults.of(saved), curves.view(), List.of());
    }
}
