package unroll.ui.settings;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.network.Capacity;
import unroll.network.NetworkSpec;
import unroll.session.data.Dataset;
import unroll.session.state.Status;
import unroll.settings.ModelSettings;
import unroll.train.MemoryEstimate;
import unroll.train.TrainingConfig;
import unroll.train.Workload;
import unroll.ui.control.Tips;
import unroll.ui.model.WindowModel;

/** What training with the present settings takes of the machine's memory. */
final class MemoryLine extends Label {
    private @Nullable Needs shown;

    /** What the estimate depends on. */
    private record Needs(Dataset dataset, ModelSettings model, TrainingConfig training) {
        MemoryEstimate estimate() {
            NetworkSpec spec = model.spec(dataset.data().layout().vocabularies());
            Capacity capacity = Workload.of(dataset.data(), training).capacity();
            return MemoryEstimate.of(spec, training, capacity);
        }
    }

    MemoryLine(WindowModel window) {
        setId("memory-estimate");
        getStyleClass().add("hint");
        setWrapText(true);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        Tips.on(
                this,
                "Most of it is for backpropagation through time: it grows with the batch, the window, the hidden size and the"
                        + " layers. Settings that need more than there is are refused.");
        window.statusProperty().subscribe(this::show);
    }

    private void show(Status status) {
        Dataset dataset = status.dataset();
        if (dataset == null) {
            setVisible(false);
            return;
        }
        Needs now =
                new Needs(dataset, status.settings().model(), status.settings().training());
        if (!now.equals(shown)) {
            shown = now;
            setText("Training takes about %s of memory."
                    .formatted(Formats.bytes(now.estimate().total())));
        }
        setVisible(true);
    }
}
