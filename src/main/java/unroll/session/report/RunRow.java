package unroll.session.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run in one row of a table: as it was written, whoever wrote it. Immutable. */
public record RunRow(Map<ReportColumn, String> fields) {
    public RunRow {
        fields = Map.copyOf(fields);
    }

    /** The row of a report. */
    public static RunRow of(LabReport report) {
        Map<ReportColumn, String> fields = new HashMap<>();
        ReportColumn.all().forEach(column -> fields.put(column, column.field().apply(report)));
        return new RunRow(fields);
    }

    /** What stands in a column; empty for nothing. */
    public String text(ReportColumn column) {
        return fields.getOrDefault(column, "");
    }

    /** The number in a column; not a number where there is none. */
    public double number(ReportColumn column) {
        String text = text(column);
        return column.kind() == ReportColumn.ColumnKind.TEXT || text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** The same with nothing in some columns. */
    public RunRow without(ReportColumn... columns) {
        Map<ReportColumn, String> left = new HashMap<>(fields);
        List.of(columns).forEach(left::remove);
        return new RunRow(left);
    }

    /** The names of all columns, as a file holds them. */
    public static List<String> header() {
        return ReportColumn.all().stream().map(ReportColumn::key).toList();
    }

    /** What stands in all columns, as a file holds it. */
    public List<String> written() {
        return ReportColumn.all().stream().map(this::written).toList();
    }

    /** Header and row as a file holds them. */
    String toCsv() {
        return Csv.line(header()) + Csv.line(written());
    }

    private String written(ReportColumn column) {
        String text = text(column);
        return column.kind() == ReportColumn.ColumnKind.TEXT ? Csv.inert(text) : text;
    }
}
