package unroll.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;
import unroll.ui.control.TableColumns;

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
    void setEm(double pixels) {
        em = pixels;
        getColumns().forEach(this::fit);
    }

    private void fit(TableColumn<RunRow, ?> made) {
        ReportColumn column = (ReportColumn) made.getUserData();
        int longest = getItems().stream()
                .mapToInt(run -> run.text(column).length())
                .max()
                .orElse(0);
        TableColumns.fit(made, Math.min(MAX_SIGNS, longest), em);
    }

    /** Sorts numbers by size, what is none last; words as in a dictionary. */
    private static TableColumn<RunRow, RunRow> column(ReportColumn column) {
        boolean isNumber = column.kind() == ReportColumn.ColumnKind.NUMBER;
        TableColumn<RunRow, RunRow> made = TableColumns.of(
                column.title(),
                isNumber,
                run -> run.text(column).replace('\n', ' '),
                isNumber
                        ? Comparator.comparingDouble(run -> run.number(column))
                        : Comparator.comparing(run -> run.text(column), String.CASE_INSENSITIVE_ORDER));
        made.setUserData(column);
        made.setId("compare-" + column.key());
        return made;
    }
}
