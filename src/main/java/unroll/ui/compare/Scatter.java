package unroll.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import unroll.cell.Cells;
import unroll.plot.Axis;
import unroll.plot.Ink;
import unroll.plot.Marker;
import unroll.plot.Plot;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;

/**
 * One number of many runs against another.
 *
 * @param across column along the horizontal axis
 * @param up column along the vertical axis
 * @param dots runs that have both numbers
 */
record Scatter(ReportColumn across, ReportColumn up, Axis x, Axis y, List<Dot> dots) {
    private static final double PADDING = 0.07;

    /** A run in its place. */
    record Dot(RunRow run, double x, double y) {}

    /**
     * What is to be drawn; empty where no run has both numbers.
     *
     * @param horizontal how the horizontal axis is spaced; by differences all the same where a number on it is 0 or less
     */
    static Optional<Scatter> of(List<RunRow> runs, ReportColumn across, ReportColumn up, Axis.AxisScale horizontal) {
        List<Dot> dots = runs.stream()
                .map(run -> new Dot(run, run.number(across), run.number(up)))
                .filter(dot -> Double.isFinite(dot.x()) && Double.isFinite(dot.y()))
                .toList();
        if (dots.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scatter(
                across, up, axis(horizontal, dots, Dot::x), axis(Axis.AxisScale.LINEAR, dots, Dot::y), dots));
    }

    private static Axis axis(Axis.AxisScale wanted, List<Dot> dots, ToDoubleFunction<Dot> value) {
        double low = dots.stream().mapToDouble(value).min().orElse(0);
        double high = dots.stream().mapToDouble(value).max().orElse(1);
        if (wanted == Axis.AxisScale.LOG && low > 0) {
            double padding = Math.max(1.1, Math.pow(high / low, PADDING));
            return new Axis(Axis.AxisScale.LOG, low / padding, high * padding);
        }
        double padding = high > low ? PADDING * (high - low) : Math.max(1e-9, 0.1 * Math.abs(high));
        return new Axis(Axis.AxisScale.LINEAR, low - padding, high + padding);
    }

    /** The marker of a cell, the same in every chart; a cross for a cell that this program does not know. */
    static Marker marker(String cell) {
        String name = cell.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < Math.min(Cells.all().size(), Marker.CROSS.ordinal()); i++) {
            if (Cells.all().get(i).name().equals(name)) {
                return Marker.values()[i];
            }
        }
        return Marker.CROSS;
    }

    /** @param chosen run to be ringed, or null */
    Plot plot(@Nullable RunRow chosen) {
        Map<Marker, List<Dot>> byMarker = dots.stream()
                .collect(Collectors.groupingBy(dot -> marker(cell(dot)), TreeMap::new, Collectors.toList()));
        List<Plot.Mark> marks = new ArrayList<>();
        byMarker.forEach((marker, same) -> marks.add(new Plot.Dots(
                name(same),
                marker == Marker.CROSS ? Ink.TEXT : Ink.series(marker.ordinal()),
                marker,
                same.stream().mapToDouble(Dot::x).toArray(),
                same.stream().mapToDouble(Dot::y).toArray())));
        dots.stream().filter(dot -> dot.run() == chosen).forEach(dot -> marks.add(new Plot.Ring(dot.x(), dot.y())));
        return new Plot(new Plot.Titles(across.title(), up.title()), x, y, marks);
    }

    private static String cell(Dot dot) {
        return dot.run().text(ReportColumn.CELL).strip();
    }

    /** Of the cells of a marker: one, but for those this program does not know. */
    private static String name(List<Dot> same) {
        List<String> cells = same.stream().map(Scatter::cell).distinct().toList();
        return cells.size() == 1 ? cells.get(0) : "other cells";
    }

    /** Which run a dot is, and where it stands. */
    String words(Dot dot) {
        RunRow run = dot.run();
        String name = run.text(ReportColumn.NAME).isBlank() ? "(no name)" : run.text(ReportColumn.NAME);
        return "%s · %s%n%s %s%n%s %s"
                .formatted(
                        name, run.text(ReportColumn.CELL), across.title(), run.text(across), up.title(), run.text(up));
    }
}
