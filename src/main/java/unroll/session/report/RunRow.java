package unroll.session.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A run in one row of a table: as it was written, whoever wrote it. Immutable. */
public final class RunRow {
    private final Map<Column, String> fields;

    RunRow(Map<Column, String> fields) {
        this.fields = new EnumMap<>(fields);
    }

    static RunRow of(LabReport report) {
        Map<Column, String> fields = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            fields.put(column, column.of(report));
        }
        return new RunRow(fields);
    }

    /** What stands in a column; empty for nothing. */
    public String text(Column column) {
        return fields.getOrDefault(column, "");
    }

    /** The number in a column; not a number where there is none. */
    public double number(Column column) {
        String text = text(column);
        return column.kind() == Column.Kind.TEXT || text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** Header and row as a file holds them. */
    String toCsv() {
        List<String> header = Arrays.stream(Column.values()).map(Column::key).toList();
        List<String> row = Arrays.stream(Column.values()).map(this::written).toList();
        return Csv.line(header) + Csv.line(row);
    }

    private String written(Column column) {
        String text = text(column);
        return column.kind() == Column.Kind.TEXT ? Csv.inert(text) : text;
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
