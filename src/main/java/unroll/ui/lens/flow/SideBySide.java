package unroll.ui.lens.flow;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.ui.control.CanvasPane;
import unroll.ui.control.Labels;

/** Two drawings with their titles, side by side where there is room, and one above the other where there is not. */
final class SideBySide extends GridPane {
    private static final double ENOUGH_EM = 34;
    private static final double FIRST_PERCENT = 57;

    private final Titled first;
    private final Titled second;
    private boolean sideBySide = true;

    SideBySide(Titled first, Titled second) {
        this.first = first;
        this.second = second;
        getStyleClass().add("beside");
        setMinWidth(0);
        getChildren().addAll(first, second);
        arrange();
        widthProperty().subscribe(width -> {
            boolean enough = width.doubleValue() >= ENOUGH_EM * first.sheet.em();
            if (enough != sideBySide) {
                sideBySide = enough;
                arrange();
            }
        });
    }

    /** A title over something drawn. */
    static final class Titled extends VBox {
        private final CanvasPane sheet;
        private final Label heading;

        Titled(String title, CanvasPane sheet) {
            this.sheet = sheet;
            heading = Labels.wrapped(title);
            heading.getStyleClass().add("sheet-title");
            VBox.setVgrow(sheet, Priority.ALWAYS);
            GridPane.setHgrow(this, Priority.ALWAYS);
            setMinWidth(0);
            getChildren().addAll(heading, sheet);
        }

        void entitle(String title) {
            heading.setText(title);
        }
    }

    private void arrange() {
        GridPane.setConstraints(first, 0, 0);
        GridPane.setConstraints(second, sideBySide ? 1 : 0, sideBySide ? 0 : 1);
        if (sideBySide) {
            getColumnConstraints().setAll(share(FIRST_PERCENT), share(100 - FIRST_PERCENT));
        } else {
            getColumnConstraints().setAll(share(100));
        }
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }
}
