package unroll.ui.corpus;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.Buttons;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;

/** How far a text on its way in has come; there only while there is one. */
final class LoadingBar extends VBox {
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(-1);
    private final TextOpener texts;

    LoadingBar(TextOpener texts) {
        this.texts = texts;
        Button cancel = Buttons.of("cancel-reading-button", "Cancel", texts::cancel);
        bar.setId("reading-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        getStyleClass().add("loading");
        getChildren().addAll(words, RowLayouts.of(bar, cancel));
        texts.loadingProperty().subscribe(this::show);
    }

    private void show(@Nullable LoadingProgress loading) {
        Nodes.show(this, loading != null);
        if (loading != null) {
            words.setText("Reading %s …".formatted(loading.name()));
            bar.setProgress(loading.share());
        }
    }

    /** Looks how far the reading thread has come. */
    void tick() {
        LoadingProgress loading = texts.loadingProperty().get();
        if (loading != null) {
            bar.setProgress(loading.share());
        }
    }
}
