package unroll.ui.lens.flow;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unroll.lens.GradientFlow;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;

/** Maps of the gradient shown one after the other, on one scale of colors. Or the reason why there is none. */
public final class FlowView extends VBox {
    private final FlowMap map = new FlowMap();
    private final Label reading = Labels.hint("");

    public FlowView() {
        getStyleClass().add("fields");
        getChildren().addAll(map, reading);
    }

    public void show(GradientFlow flow) {
        showRefusal("");
        map.show(flow);
        reading.textProperty().bind(map.readingProperty());
    }

    /** @param sentence that says why there is no map */
    public void refuse(String sentence) {
        showRefusal(sentence);
    }

    private void showRefusal(String refusal) {
        reading.textProperty().unbind();
        reading.setText(refusal);
        Nodes.show(map, refusal.isEmpty());
    }

    /** What comes next is of another run. */
    public void beginAnew() {
        map.restartScale();
    }
}
