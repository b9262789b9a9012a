package unroll.ui.control;

import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Things side by side. */
public final class RowLayouts {
    private RowLayouts() {}

    /** Controls that share the width of a line equally. */
    public static HBox equal(Region... parts) {
        HBox row = of(parts);
        for (Region part : parts) {
            HBox.setHgrow(part, Priority.ALWAYS);
            part.setPrefWidth(0);
            part.setMaxWidth(Double.MAX_VALUE);
        }
        return row;
    }

    /** Moves what comes after it to the end of a row or column. */
    public static Region gap() {
        return Nodes.grow(new Region());
    }

    /** Columns of a grid that share its width, each by so many percent, whatever they hold. */
    public static List<ColumnConstraints> percent(double... shares) {
        return DoubleStream.of(shares)
                .mapToObj(share -> {
                    ColumnConstraints column = new ColumnConstraints();
                    column.setPercentWidth(share);
                    column.setMinWidth(0);
                    return column;
                })
                .toList();
    }

    /** A column of a grid that takes what the others leave. */
    public static ColumnConstraints wide() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    /** Controls side by side at their own width. */
    public static HBox of(Node... parts) {
        return Nodes.styled(new HBox(parts), "row");
    }
}
