package unroll.plot;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import unroll.plot.Surface.Align;
import unroll.plot.Surface.Dash;
import unroll.plot.Surface.Pen;

/**
 * Parallel coordinates (Inselberg 1985): an axis for each quantity, side by side, and a line across them for each thing that has
 * these quantities. Places on an axis are shares, 0 at its lower end and 1 at its top.
 */
public record ParallelPlot(List<Column> columns, List<RunLine> lines) {
    private static final double SIDE_EM = 4;
    private static final double TOP_EM = 2;
    private static final double FOOT_EM = 1;
    private static final double REACH_EM = 0.8;
    private static final double BRUSH_EM = 0.5;
    private static final double BRUSH_OPACITY = 0.22;
    /** Of the room between two axes. */
    private static final double LABEL_SHARE = 0.6;

    private static final double LABEL_OPACITY = 0.8;

    /**
     * An axis.
     *
     * @param ticks at shares
     */
    public record Column(String title, List<Ticks.Tick> ticks) {}

    /**
     * A line.
     *
     * @param at a place on each axis
     */
    public record RunLine(double[] at, LineStyle style) {}

    /** How a line is drawn, those behind first. */
    public enum LineStyle {
        DIMMED(new Pen(Ink.GRID, 0, 1, Dash.SOLID)),
        PLAIN(new Pen(Ink.BLUE, 0.08, 0.6, Dash.SOLID)),
        FAILED(new Pen(Ink.ALERT, 0.08, 0.8, Dash.DASHED)),
        BEST(Pen.solid(Ink.ORANGE, 0.2)),
        POINTED(Pen.solid(Ink.TEXT, 0.2));

        private final Pen pen;

        LineStyle(Pen pen) {
            this.pen = pen;
        }
    }

    /** A stretch of an axis that is looked at alone. */
    public record Brush(double low, double high) {
        public boolean contains(double at) {
            return at >= low && at <= high;
        }
    }

    /** Where things are on a surface of this size. */
    public record ColumnLayout(int columns, double width, double height, double em) {
        public double x(int column) {
            double side = SIDE_EM * em;
            return columns == 1 ? width / 2 : side + column * (width - 2 * side) / (columns - 1);
        }

        public double y(double at) {
            return (1 - at) * (height - (TOP_EM + FOOT_EM) * em) + TOP_EM * em;
        }

        /** The place on an axis at this height. */
        public double at(double y) {
            double at = 1 - (y - TOP_EM * em) / (height - (TOP_EM + FOOT_EM) * em);
            return Math.max(0, Math.min(1, at));
        }

        /** The axis that is near enough to be meant. */
        public OptionalInt columnAt(double x) {
            for (int i = 0; i < columns; i++) {
                if (Math.abs(x(i) - x) <= REACH_EM * em) {
                    return OptionalInt.of(i);
                }
            }
            return OptionalInt.empty();
        }

        /** How far a line is from a point, in pixels up or down. */
        public double distance(double[] line, double x, double y) {
            int left = 0;
            while (left < columns - 2 && x(left + 1) < x) {
                left++;
            }
            if (columns == 1) {
                return Math.hypot(x(0) - x, y(line[0]) - y);
            }
            double share = Math.max(0, Math.min(1, (x - x(left)) / (x(left + 1) - x(left))));
            return Math.abs(y(line[left]) * (1 - share) + y(line[left + 1]) * share - y);
        }
    }

    /** @param brushes of axes by their number */
    public void paint(Surface surface, Map<Integer, Brush> brushes) {
        ColumnLayout layout = new ColumnLayout(columns.size(), surface.width(), surface.height(), surface.em());
        for (LineStyle style : LineStyle.values()) {
            lines.stream().filter(line -> line.style() == style).forEach(line -> paint(line, layout, surface));
        }
        for (int i = 0; i < columns.size(); i++) {
            paint(i, layout, surface);
        }
        brushes.forEach((column, brush) -> paint(brush, layout.x(column), layout, surface));
    }

    private static void paint(Brush brush, double x, ColumnLayout layout, Surface surface) {
        double half = BRUSH_EM * surface.em();
        surface.area(x - half, layout.y(brush.high()), x + half, layout.y(brush.low()), Ink.BLUE, BRUSH_OPACITY);
    }

    private static void paint(RunLine line, ColumnLayout layout, Surface surface) {
        double[] x = new double[line.at().length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = layout.x(i);
            y[i] = layout.y(line.at()[i]);
        }
        surface.line(x, y, line.style().pen);
    }

    private void paint(int number, ColumnLayout layout, Surface surface) {
        Column column = columns.get(number);
        double em = surface.em();
        double x = layout.x(number);
        double room = columns.size() == 1 ? surface.width() : layout.x(1) - layout.x(0) - em;
        double labelRoom = (number == 0 ? SIDE_EM * em : LABEL_SHARE * room) - 0.6 * em;
        double crisp = Math.floor(x) + 0.5;
        surface.line(crisp, layout.y(0), crisp, layout.y(1), Pen.thin(Ink.TEXT));
        surface.text(cut(column.title(), Math.min(room, 2 * SIDE_EM * em), surface), x, 0.8 * em, Align.CENTER);
        double last = Double.POSITIVE_INFINITY;
        for (Ticks.Tick tick : column.ticks()) {
            double y = layout.y(tick.value());
            if (last - y >= Surface.LINE * em) {
                last = y;
                surface.line(crisp - 0.3 * em, y, crisp, y, Pen.thin(Ink.TEXT));
                label(cut(tick.label(), labelRoom, surface), x - 0.5 * em, y, surface);
            }
        }
    }

    /** Readable in front of lines. */
    private static void label(String text, double right, double y, Surface surface) {
        double left = right - surface.textWidth(text);
        double half = 0.5 * Surface.LINE * surface.em();
        surface.area(left, y - half, right, y + half, Ink.PAPER, LABEL_OPACITY);
        surface.text(text, right, y, Align.RIGHT);
    }

    /** As much of a text as fits. */
    private static String cut(String text, double room, Surface surface) {
        String cut = text;
        while (cut.length() > 1 && surface.textWidth(cut.equals(text) ? text : cut + "…") > room) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.equals(text) ? text : cut + "…";
    }
}
