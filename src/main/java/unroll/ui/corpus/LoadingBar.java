package unroll.ui.corpus;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.Buttons;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.model.WindowModel;

/** How far a text on its way in has come; there only while there is one. */
final class LoadingBar extends VBox {
    private final String verb;
    private final ObservableValue<@Nullable LoadingProgress> loading;
    private final Label words = new Label();
    private final ProgressBar bar = Nodes.grow(new ProgressBar());
    private final HBox row;

    /** @param verb what is done with the text, such as {@code Reading} */
    LoadingBar(String verb, ObservableValue<@Nullable LoadingProgress> loading, WindowModel window) {
        this.verb = verb;
        this.loading = loading;
        String name = verb.toLowerCase(Locale.ROOT);
        bar.setId(name + "-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        row = RowLayouts.of(bar, Buttons.of("cancel-" + name + "-button", "Cancel", this::cancel));
        getStyleClass().add("loading");
        loading.subscribe(this::show);
        window.onTick(bar, this::follow);
    }

    /** Without a text there is nothing in it, so that no tick of the clock comes here. */
    private void show(@Nullable LoadingProgress now) {
        Nodes.show(this, now != null);
        getChildren().clear();
        if (now != null) {
            words.setText("%s %s …".formatted(verb, now.name()));
            getChildren().addAll(words, row);
            follow();
        }
    }

    /** Looks how far the other thread has come. */
    private void follow() {
        LoadingProgress now = loading.getValue();
        if (now != null) {
            bar.setProgress(now.share());
        }
    }

    private void cancel() {
        LoadingProgress now = loading.getValue();
        if (now != null) {
            now.cancel();
        }
    }
}
