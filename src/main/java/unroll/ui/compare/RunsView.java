package unroll.ui.compare;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;
import unroll.ui.control.ComparisonTable;

/** Runs as a table, without the columns in which no run has anything. */
final class RunsView extends ComparisonTable<RunRow> {
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

    RunsView() {
        super("compare-table", "Runs", "No runs yet");
    }

    void show(List<RunRow> runs) {
        Set<ReportColumn> columns = new LinkedHashSet<>(FIRST);
        columns.addAll(ReportColumn.all());
        columns.removeIf(
                column -> runs.stream().allMatch(run -> run.text(column).isBlank()));
        getItems().setAll(runs);
        columns(columns.stream().map(RunsView::column).toList());
        fit(runs);
    }

    /** Sorts numbers by size, what is none last; words as in a dictionary. */
    private static TextColumn<RunRow> column(ReportColumn column) {
        boolean isNumber = column.kind() == ReportColumn.ColumnKind.NUMBER;
        TextColumn<RunRow> made = new TextColumn<>(
                column.title(),
                isNumber,
                run -> run.text(column).replace('\n', ' '),
                isNumber
                        ? Comparator.comparingDouble(run -> run.number(column))
                        : Comparator.comparing(run -> run.text(column), String.CASE_INSENSITIVE_ORDER));
        made.setId("compare-" + column.key());
        return made;
    }
}
