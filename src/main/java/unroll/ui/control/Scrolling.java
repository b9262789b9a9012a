package unroll.ui.control;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import unroll.ui.model.FxThread;

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
    public static void fillLater(ScrollPane column, Region content) {
        changing(column).setFitToWidth(true);
        column.getStyleClass().add("edge-to-edge");
        content.getStyleClass().add("column");
        FxThread.later(() -> column.setContent(content));
    }

    /** Opens the folds around a control and scrolls until it can be seen. */
    public static void reveal(Node node) {
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof CollapsiblePane fold) {
                fold.handle().setSelected(true);
            }
        }
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane) {
                center(pane, node);
            }
        }
    }

    private static void center(ScrollPane pane, Node node) {
        pane.applyCss();
        pane.layout();
        Node content = pane.getContent();
        double middle =
                content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getCenterY();
        double visible = pane.getViewportBounds().getHeight();
        double hidden = content.getBoundsInLocal().getHeight() - visible;
        if (hidden > 0) {
            pane.setVvalue(Math.max(0, Math.min(1, (middle - visible / 2) / hidden)));
        }
    }

    /**
     * Keeps a scroll pane from painting all it holds whenever any of it changes. JavaFX keeps a picture of the content for
     * smooth scrolling, which has to be repainted as a whole for each new figure; without the picture only what changed is
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
