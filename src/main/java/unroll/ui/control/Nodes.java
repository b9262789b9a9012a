package unroll.ui.control;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Gives parts of the window their style, name and place, and answers questions about them. */
public final class Nodes {
    private Nodes() {}

    /** Adds style classes, and returns the node. */
    public static <N extends Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    /** Sets the id by which lessons and tests find the node, and returns the node. */
    public static <N extends Node> N named(String id, N node) {
        node.setId(id);
        return node;
    }

    /** Lets a node take the room that is left in its row or column, and returns the node. */
    public static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

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
