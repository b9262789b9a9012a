package unroll.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scroll panes for what changes while it is looked at. */
public final class Scrolling {
    private Scrolling() {}

    /**
     * Keeps a scroll pane from painting all it holds whenever any of it changes. JavaFX keeps a picture of the content for
     * smooth scrolling, which has to be painted anew, as a whole, for each new figure; without the picture only what changed is
     * painted.
     */
    public static <S extends ScrollPane> S changing(S pane) {
        pane.skinProperty().subscribe(skin -> {
            Node viewport = pane.lookup(".viewport");
            if (viewport != null) {
                viewport.setCache(false);
            }
        });
        return pane;
    }
}
