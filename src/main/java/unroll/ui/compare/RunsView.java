package unroll.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;

/** Runs as a table: sorted by a click on a heading, columns in which no run has anything are left out. */
final class RunsView extends TableView<RunRow> {
    /** What is looked at first; the others follow in their own order. */
    private static final List<ReportColumn> FIRST = List.of(
            ReportColumn.NAME,
            ReportColumn.CELL,
            ReportColumn.HIDDEN,
            ReportColumn.LAYERS,
            ReportColumn.VALIDATION_LOSS,
            ReportColumn.BEST_VALIDATION_LOSS,
            ReportColumn.TRAIN_LOSS,
            ReportColumn.ACCURACY,
            ReportColumn.STEPS,
            ReportColumn.PARAMETERS,
            ReportColumn.LEARNING_RATE,
            ReportColumn.TASK,
            ReportColumn.CORPUS);

    /** Signs of a field that has its width decided by what it holds. */
    private static final int MAX_SIGNS = 24;

    private static final double SIGN_EM = 0.62;
    private static final double PADDING_EM = 2.4;

    private double em = Font.getDefault().getSize();

    RunsView() {
        setId("compare-table");
        setAccessibleText("Runs");
        setPlaceholder(new Label("No runs yet"));
    }

    void show(List<RunRow> runs) {
        Set<ReportColumn> columns = new LinkedHashSet<>(FIRST);
        columns.addAll(ReportColumn.all());
        columns.removeIf(
                column -> runs.stream().allMatch(run -> run.text(column).isBlank()));
        List<TableColumn<RunRow, ?>> made = new ArrayList<>();
        columns.forEach(column -> made.add(column(column)));
        getItems().setAll(runs);
        made.forEach(this::fit);
        getColumns().setAll(made);
    }

    /** Height of the letter em, in pixels: makes the columns as wide as what is in them. */
    void em(double pixels) {
        em = pixels;
        getColumns().forEach(this::fit);
    }

    private void fit(TableColumn<RunRow, ?> made) {
        ReportColumn column = (ReportColumn) made.getUserData();
        int longest = getItems().stream()
                .mapToInt(run -> run.text(column).length())
                .max()
                .orElse(0);
        int signs = Math.max(column.title().length(), Math.min(MAX_SIGNS, longest));
        made.setPrefWidth(em * (SIGN_EM * signs + PADDING_EM));
    }

    private static TableColumn<RunRow, RunRow> column(ReportColumn column) {
        TableColumn<RunRow, RunRow> made = new TableColumn<>(column.title());
        made.setUserData(column);
        made.setId("compare-" + column.key());
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(table -> new Text(column));
        made.setComparator(order(column));
        return made;
    }

    /** Numbers by size, what is none last; words as in a dictionary. */
    private static Comparator<RunRow> order(ReportColumn column) {
        return column.kind() == ReportColumn.Kind.NUMBER
                ? Comparator.comparingDouble(run -> run.number(column))
                : Comparator.comparing(run -> run.text(column), String.CASE_INSENSITIVE_ORDER);
    }

    private static final class Text extends TableCell<RunRow, RunRow> {
        private final ReportColumn column;

        Text(ReportColumn column) {
            this.column = column;
            if (column.kind() == ReportColumn.Kind.NUMBER) {
                getStyleClass().add("number");
            }
        }

        @Override
        protected void updateItem(@Nullable RunRow run, boolean empty) {
            super.updateItem(run, empty);
            setText(run == null || empty ? "" : run.text(column).replace('\n', ' '));
        }
    }
}
