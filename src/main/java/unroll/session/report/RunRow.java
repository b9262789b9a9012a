package unroll.session.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A run in one row of a table: as it was written, whoever wrote it. Immutable. */
public final class RunRow {
    private final Map<ReportColumn, String> fields;

    RunRow(Map<ReportColumn, String> fields) {
        this.fields = new EnumMap<>(fields);
    }

    static RunRow of(LabReport report) {
        Map<ReportColumn, String> fields = new EnumMap<>(ReportColumn.class);
        for (ReportColumn column : ReportColumn.values()) {
            fields.put(column, column.of(report));
        }
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
        List<String> header =
                Arrays.stream(ReportColumn.values()).map(ReportColumn::key).toList();
        List<String> row =
                Arrays.stream(ReportColumn.values()).map(this::written).toList();
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
