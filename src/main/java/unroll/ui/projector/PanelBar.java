package unroll.ui.projector;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;
import unroll.ui.control.Buttons;

/** The keys and names of the panels; the one that is seen stands in bold letters on a block of ink. */
public final class PanelBar extends FlowPane {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final Projector projector;
    private Subscription marking = Subscription.EMPTY;

    public PanelBar(Projector projector) {
        this.projector = projector;
        setId("panel-bar");
        getStyleClass().add("panel-bar");
        visibleProperty().bind(projector.onProperty());
        managedProperty().bind(visibleProperty());
        projector.onOtherPanels(this::fill);
        fill();
    }

    private void fill() {
        marking.unsubscribe();
        marking = Subscription.EMPTY;
        getChildren().clear();
        projector.panels().forEach(this::add);
        getChildren()
                .add(button(
                        "panel-leave", "F11 Leave", () -> projector.onProperty().set(false)));
    }

    private void add(ProjectorPanel panel) {
        Button button = button(id(panel), panel.words(panel.layout()), () -> projector.choose(panel));
        button.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        marking = marking.and(projector.layoutProperty().subscribe(layout -> mark(button, panel)))
                .and(projector.selectedPage().subscribe(page -> mark(button, panel)));
        getChildren().add(button);
    }

    private static String id(ProjectorPanel panel) {
        return "panel-" + (panel.page() == null ? panel.key() : panel.page().getId());
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = Buttons.of(id, words, action);
        button.getStyleClass().add("panel-button");
        return button;
    }

    /** The keyboard comes along, away from fields that are no longer seen. */
    private void mark(Button button, ProjectorPanel panel) {
        boolean lit = projector.isShown(panel);
        button.pseudoClassStateChanged(LIT, lit);
        button.setText(panel.words(lit ? projector.layoutProperty().get() : panel.layout()));
        button.setAccessibleText(lit ? button.getText() + ", in the spotlight" : button.getText());
        if (lit) {
            button.requestFocus();
        }
    }
}
