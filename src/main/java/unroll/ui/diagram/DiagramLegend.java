package unroll.ui.diagram;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import unroll.ui.diagram.DiagramBox.Role;

/** What the shapes of a figure stand for. */
final class DiagramLegend extends FlowPane {
    DiagramLegend() {
        getStyleClass().add("figure-legend");
        add(Role.INPUT, "input x");
        add(Role.STATE, "hidden state a, memory c (LSTM)");
        add(Role.OUTPUT, "output ŷ");
        add(Role.DELAY, "delay of one step");
    }

    private void add(Role role, String words) {
        getChildren().add(new Label(words, Thumbnail.of(role)));
    }
}
