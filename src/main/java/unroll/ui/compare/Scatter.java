package unroll.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;
import unroll.ui.chart.Axis;

/**
 * One number of many runs against another.
 *
 * @param across column along the foot
 * @param up column along the side
 * @param dots runs that have both numbers
 */
record Scatter(ReportColumn across, ReportColumn up, Axis x, Axis y, List<Dot> dots) {
    private static final double ROOM = 0.07;

    /** A run in its place. */
    record Dot(RunRow run, double x, double y) {}

    /**
     * What is to be drawn; empty where no run has both numbers.
     *
     * @param foot how the foot is spaced; by differences all the same where a number on it is 0 or less
     */
    static Optional<Scatter> of(List<RunRow> runs, ReportColumn across, ReportColumn up, Axis.Scale foot) {
        List<Dot> dots = runs.stream()
                .map(run -> new Dot(run, run.number(across), run.number(up)))
                .filter(dot -> Double.isFinite(dot.x()) && Double.isFinite(dot.y()))
                .toList();
        if (dots.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Scatter(across, up, axis(foot, dots, Dot::x), axis(Axis.Scale.LINEAR, dots, Dot::y), dots));
    }

    private static Axis axis(Axis.Scale wanted, List<Dot> dots, ToDoubleFunction<Dot> value) {
        double low = dots.stream().mapToDouble(value).min().orElse(0);
        double high = dots.stream().mapToDouble(value).max().orElse(1);
        if (wanted == Axis.Scale.LOG && low > 0) {
            double room = Math.max(1.1, Math.pow(high / low, ROOM));
            return new Axis(Axis.Scale.LOG, low / room, high * room);
        }
        double room = high > low ? ROOM * (high - low) : Math.max(1e-9, 0.1 * Math.abs(high));
        return new Axis(Axis.Scale.LINEAR, low - room, high + room);
    }
}
