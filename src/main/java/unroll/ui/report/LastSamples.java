package unroll.ui.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import unroll.session.report.LabReport;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.train.TrainingEvent;
import unroll.train.TrainingEvent.Sampled;
import unroll.ui.model.WindowModel;

/** The last texts the present model wrote while it was trained, oldest first. */
final class LastSamples {
    private final Deque<Sampled> samples = new ArrayDeque<>();
    private Settings settings = Settings.DEFAULT;

    LastSamples(WindowModel window) {
        window.onEvent(this::onEvent);
        window.statusProperty().subscribe(this::forgetOthers);
    }

    List<Sampled> list() {
        return List.copyOf(samples);
    }

    private void onEvent(TrainingEvent event) {
        if (event instanceof Sampled sample) {
            samples.addLast(sample);
            while (samples.size() > LabReport.MAX_SAMPLES) {
                samples.removeFirst();
            }
        }
    }

    /** Those of a model that was reset, or gave way to one that was made from other settings or is not as old. */
    private void forgetOthers(Status status) {
        if (!status.settings().training().continues(settings.training())
                || !status.settings().model().equals(settings.model())
                || !status.settings().task().equals(settings.task())) {
            samples.clear();
        }
        settings = status.settings();
        samples.removeIf(sample -> sample.step() > status.metrics().step());
    }
}
