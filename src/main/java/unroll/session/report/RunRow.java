package unroll.session.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run in one row of a table: as it was written, whoever wrote it. Immutable. */
public final class RunRow {
    private final Map<ReportColumn, String> fields;

    RunRow(Map<ReportColumn, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    static RunRow of(LabReport report) {
        Map<ReportColumn, String> fields = new HashMap<>();
        ReportColumn.all().forEach(column -> fields.put(column, column.of(report)));
        return new RunRow(fields);
    }

    /** What stands in a column; empty for nothing. */
    public String text(ReportColumn column) {
        return fields.getOrDefault(column, "");
    }

    /** The number in a column; not a number where there is none. */
    public double number(ReportColumn column) {
        String text = text(column);
        return column.kind() == ReportColumn.Kind.TEXT || text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** Header and row as a file holds them. */
    String toCsv() {
        List<ReportColumn> columns = ReportColumn.all();
        List<String> header = columns.stream().map(ReportColumn::key).toList();
        List<String> row = columns.stream().map(this::written).toList();
        return Csv.line(header) + Csv.line(row);
    }

    private String written(ReportColumn column) {
        String text = text(column);
        return column.kind() == ReportColumn.Kind.TEXT ? Csv.inert(text) : text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunRow row && fields.equals(row.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
