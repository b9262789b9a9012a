package unroll.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Things side by side. */
public final class RowLayouts {
    private RowLayouts() {}

    /** Controls that share the width of a line equally. */
    public static HBox equal(Region... parts) {
        HBox row = new HBox(parts);
        row.getStyleClass().add("row");
        for (Region part : parts) {
            HBox.setHgrow(part, Priority.ALWAYS);
            part.setPrefWidth(0);
            part.setMaxWidth(Double.MAX_VALUE);
        }
        return row;
    }

    /** Moves what comes after it to the right end of a row. */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** Controls side by side at their own width. */
    public static HBox of(Node... parts) {
        HBox row = new HBox(parts);
        row.getStyleClass().add("row");
        return row;
    }
}
