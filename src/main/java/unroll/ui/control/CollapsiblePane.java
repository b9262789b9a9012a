package unroll.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Content that stays folded away until it is asked for. Until the first time it is no part of the window, so that a start
 * need not style what most people never open.
 */
public final class CollapsiblePane extends VBox {
    private final ToggleButton handle;
    private final VBox body;

    /** @param id of the handle */
    public CollapsiblePane(String id, String title, Node... content) {
        FontIcon arrow = Icons.of(Feather.CHEVRON_RIGHT);
        body = new VBox(content);
        body.getStyleClass().add("fold-body");
        handle = new ToggleButton(title, arrow);
        handle.setId(id);
        handle.getStyleClass().add("fold-handle");
        handle.setMaxWidth(Double.MAX_VALUE);
        handle.setWrapText(true);
        handle.setMinHeight(USE_PREF_SIZE);
        body.visibleProperty().bind(handle.selectedProperty());
        body.managedProperty().bind(handle.selectedProperty());
        handle.selectedProperty()
                .subscribe(open -> arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        getStyleClass().add("fold");
        getChildren().add(handle);
        onFirstOpen(() -> getChildren().add(body));
    }

    /** Runs once, when the content is first shown; for content that costs something to make. */
    public CollapsiblePane onFirstOpen(Runnable fill) {
        Runnable[] once = {fill};
        handle.selectedProperty().subscribe(open -> {
            if (open) {
                once[0].run();
                once[0] = () -> {};
            }
        });
        return this;
    }

    public ToggleButton handle() {
        return handle;
    }

    /** What is folded away, whether or not it has been opened yet. */
    public VBox body() {
        return body;
    }
}
