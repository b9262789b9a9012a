package unroll.ui.lesson;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Takes parts of the window away, or out of reach, and gives them back. The parts themselves are left as they are: the
 * program goes on showing, hiding, enabling and disabling them, and what it did meanwhile counts afterwards.
 */
final class ControlHider {
    static final String LOCKED = "Set by the lesson";

    private static final Duration DELAY = Duration.millis(300);

    private ControlHider() {}

    /** Puts nothing in its place; the way back is returned. */
    static Runnable hide(Region part) {
        Region nothing = new Region();
        nothing.setManaged(false);
        nothing.setVisible(false);
        replace(part, nothing);
        return () -> replace(nothing, part);
    }

    /** Puts a disabled box around it; the way back is returned. */
    static Runnable lock(Region part) {
        StackPane box = new StackPane();
        StackPane frame = new StackPane(box);
        frame.getStyleClass().add("lesson-locked");
        HBox.setHgrow(frame, HBox.getHgrow(part));
        VBox.setVgrow(frame, VBox.getVgrow(part));
        frame.setPrefWidth(part.getPrefWidth());
        frame.visibleProperty().bind(part.visibleProperty());
        frame.managedProperty().bind(part.managedProperty());
        frame.setAccessibleHelp(LOCKED);
        Tooltip tip = new Tooltip(LOCKED);
        tip.setShowDelay(DELAY);
        Tooltip.install(frame, tip);
        replace(part, frame);
        box.setDisable(true);
        box.getChildren().add(part);
        return () -> {
            box.getChildren().clear();
            replace(frame, part);
        };
    }

    /** Where the program has cleared the place meanwhile there is nothing to put back. */
    private static void replace(Node before, Node after) {
        if (before.getParent() instanceof Pane parent) {
            List<Node> children = parent.getChildren();
            children.set(children.indexOf(before), after);
        }
    }
}
