package unroll.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import unroll.ui.desk.FxThread;

/** Scroll panes: what fits, what changes while it is looked at, what is filled later. */
public final class Scrolling {
    private Scrolling() {}

    /** Gives content the room there is, and scroll bars where that is too little. */
    public static ScrollPane fitting(Region content) {
        ScrollPane scroll = changing(new ScrollPane(content));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    /**
     * Fills a column of the window a moment after the window is seen: the columns at its sides hold most of its nodes, and
     * each node has to find its styles.
     */
    public static void fillLater(ScrollPane column, Node content) {
        FxThread.later(() -> column.setContent(content));
    }

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
