package unroll.ui.results;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.message.Symbols;
import unroll.plot.Ink;
import unroll.task.InputOutput;
import unroll.task.TaskData;
import unroll.task.score.ConfusionMatrix;
import unroll.task.score.Ratio;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.results.HeatMap.HeatCell;
import unroll.ui.results.HeatMap.Position;

/** Which label was taken for which, and the examples behind each cell. */
final class ConfusionCard extends ResultCard {
    /** Labels shown at most, those that occur most often. */
    private static final int MAX_LABELS = 64;

    private static final double MIN_CELL_EM = 1.15;

    private final HeatMap map = new HeatMap("confusion-matrix", MIN_CELL_EM);
    private final Label caption = Labels.hint("");
    private final BehindCell behind = new BehindCell();
    private @Nullable ConfusionMatrix matrix;
    private List<Integer> labels = List.of();
    private @Nullable Position picked;

    private final TaskData.ExampleSets data;

    ConfusionCard(TaskData.ExampleSets data) {
        super("Confusion matrix");
        this.data = data;
        map.setTitle("Confusion matrix, a row for each right label and a column for each answer.");
        map.onPick(place -> {
            picked = place;
            list();
        });
        getChildren().addAll(caption, new HorizontalScrollPane(map), behind);
    }

    @Override
    void show(ValidationResults measurement) {
        measurement.evaluation().score().confusion().ifPresent(this::show);
    }

    private void show(ConfusionMatrix shown) {
        matrix = shown;
        List<Integer> now = mostFrequent(shown);
        if (!now.equals(labels)) {
            picked = null;
            labels = now;
        }
        caption.setText(
                "Rows are the right labels, columns the answers. Blue is right, red is wrong; the stronger a cell, the larger"
                        + " its share of the row. Click a cell to see its examples."
                        + (labels.size() < shown.labels().size()
                                ? String.format(
                                        Locale.ROOT,
                                        " Of %,d labels the %d that occur most often are shown.",
                                        shown.labels().size(),
                                        labels.size())
                                : ""));
        List<String> names = labels.stream()
                .map(label -> Symbols.mark(shown.labels().get(label)))
                .toList();
        map.show(new HeatMap.Table(names, names, (row, column) -> cell(shown, row, column)));
        list();
    }

    private static List<Integer> mostFrequent(ConfusionMatrix matrix) {
        return HeatMap.mostFrequent(
                matrix.labels().size(),
                MAX_LABELS,
                label -> matrix.recall(label).asked());
    }

    private HeatCell cell(ConfusionMatrix shown, int row, int column) {
        int right = labels.get(row);
        int predicted = labels.get(column);
        long count = shown.count(right, predicted);
        long asked = shown.recall(right).asked();
        double share = asked == 0 ? 0 : (double) count / asked;
        return new HeatCell(
                right == predicted ? Ink.BLUE : Ink.ORANGE,
                Math.sqrt(share),
                count == 0 ? "" : Long.toString(count),
                "Right %s, answered %s:%n%s of %s, %s"
                        .formatted(
                                name(shown, right),
                                name(shown, predicted),
                                Formats.count(count),
                                Formats.count(asked),
                                new Ratio(count, asked).percent()));
    }

    private static String name(ConfusionMatrix matrix, int label) {
        return Symbols.quoted(matrix.labels().get(label));
    }

    private void list() {
        Position place = picked;
        ConfusionMatrix shown = matrix;
        if (place == null || shown == null) {
            behind.hide();
            return;
        }
        int right = labels.get(place.row());
        int predicted = labels.get(place.column());
        behind.show(
                "Right %s, answered %s".formatted(name(shown, right), name(shown, predicted)),
                shown.count(right, predicted),
                shown.examples(right, predicted).stream()
                        .map(data.validation()::pair)
                        .toList());
    }

    /** The examples behind a cell of a confusion matrix. */
    private static final class BehindCell extends VBox {
        private final Label heading = Labels.wrapped("");
        private final GridPane rows = new GridPane();

        BehindCell() {
            setId("behind-cell");
            heading.setId("behind-heading");
            heading.getStyleClass().add("figure-value");
            rows.getStyleClass().add("result-rows");
            ColumnConstraints label = new ColumnConstraints();
            label.setMinWidth(USE_PREF_SIZE);
            rows.getColumnConstraints().addAll(RowLayouts.wide(), label);
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
        void show(String cell, long count, List<InputOutput> first) {
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
            for (InputOutput pair : first) {
                Label input = Labels.wrapped(Symbols.marks(pair.input()));
                input.getStyleClass().add("behind-input");
                rows.addRow(rows.getRowCount(), input, new Label(Symbols.mark(pair.output())));
            }
        }
    }
}
