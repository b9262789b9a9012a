package unroll.ui.settings;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.network.NetworkSpec;
import unroll.session.Status;
import unroll.train.MemoryEstimate;
import unroll.train.TrainingConfig;
import unroll.ui.control.Tips;
import unroll.ui.desk.Desk;

/** What training with the present settings takes of the machine's memory. */
final class MemoryLine extends Label {
    private Needs shown = new Needs(null, TrainingConfig.DEFAULT);

    /** What the estimate depends on. */
    private record Needs(@Nullable NetworkSpec spec, TrainingConfig training) {}

    MemoryLine(Desk desk) {
        setId("memory-estimate");
        getStyleClass().add("hint");
        setWrapText(true);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        Tips.on(
                this,
                "Most of it is for the way back through time: it grows with the batch, the window, the hidden size and the"
                        + " layers. Settings that need more than there is are refused.");
        desk.statusProperty().subscribe(this::show);
    }

    private void show(Status status) {
        Corpus corpus = status.corpus();
        if (corpus == null) {
            setVisible(false);
            return;
        }
        NetworkSpec spec = status.settings().model().spec(corpus.vocabulary().size());
        Needs now = new Needs(spec, status.settings().training());
        if (!now.equals(shown)) {
            shown = now;
            long bytes = MemoryEstimate.of(spec, now.training()).total();
            setText("Training takes about %s of memory.".formatted(MemoryEstimate.size(bytes)));
        }
        setVisible(true);
    }
}
