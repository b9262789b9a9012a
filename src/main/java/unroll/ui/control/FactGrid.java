package unroll.ui.control;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Names at the left, and at the right the values that belong to them. */
public final class FactGrid extends GridPane {
    public FactGrid() {
        getStyleClass().add("facts");
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(RowLayouts.wide(), values);
    }

    /** Adds a row, and returns the label of its value, a dash to begin with. */
    public Label add(String name, String id) {
        return add(Labels.wrapped(name), id);
    }

    /** The same with a label as the name. */
    public Label add(Label name, String id) {
        Label value = Nodes.named(id, new Label("–"));
        value.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(value);
        addRow(getRowCount(), Nodes.styled(name, "fact-name"), Nodes.styled(value, "fact-value"));
        return value;
    }
}
