package unroll.ui.results;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.message.Formats;
import unroll.message.Symbols;
import unroll.task.Pair;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;

/** The examples behind a cell of a confusion matrix. */
final class BehindCell extends VBox {
    private final Label heading = Labels.wrapped("");
    private final GridPane rows = new GridPane();

    BehindCell() {
        setId("behind-cell");
        heading.setId("behind-heading");
        heading.getStyleClass().add("figure-value");
        rows.getStyleClass().add("result-rows");
        ColumnConstraints input = new ColumnConstraints();
        input.setHgrow(Priority.ALWAYS);
        ColumnConstraints label = new ColumnConstraints();
        label.setMinWidth(USE_PREF_SIZE);
        rows.getColumnConstraints().addAll(input, label);
        getStyleClass().add("fields");
        getChildren().addAll(heading, rows);
        hide();
    }

    void hide() {
        Nodes.show(this, false);
    }

    /**
     * Lists them.
     *
     * @param count how many there are, of which those given are the first
     */
    void show(String cell, long count, List<Pair> first) {
        Nodes.show(this, true);
        heading.setText(cell + ": "
                + (count == 0
                        ? "no example."
                        : Formats.count(count)
                                + (count == 1 ? " example." : " examples.")
                                + (first.size() < count
                                        ? String.format(Locale.ROOT, " The first %d:", first.size())
                                        : "")));
        rows.getChildren().clear();
        if (!first.isEmpty()) {
            rows.addRow(0, Labels.hint("Input"), Labels.hint("Right label"));
        }
        for (Pair pair : first) {
            Label input = Labels.wrapped(Symbols.marks(pair.input()));
            input.getStyleClass().add("behind-input");
            rows.addRow(rows.getRowCount(), input, new Label(Symbols.mark(pair.output())));
        }
    }
}
