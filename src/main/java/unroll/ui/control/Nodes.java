package unroll.ui.control;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Questions about parts of the window. */
public final class Nodes {
    private Nodes() {}

    /** Shows a node, or takes it away with the room it needs. */
    public static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** Whether a node is in an open window with nothing around it hidden, as the pages behind others are. */
    public static boolean isShowing(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        if (window == null || !window.isShowing() || (window instanceof Stage stage && stage.isIconified())) {
            return false;
        }
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
