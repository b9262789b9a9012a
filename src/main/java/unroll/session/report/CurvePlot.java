package unroll.session.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import unroll.session.run.Curves.Point;

/**
 * Curves over the steps of a run as SVG.
 *
 * @param title for those who hear the page
 * @param lines each with its color
 * @param guide height of a dashed line; NaN for none
 * @param guideName what it says
 */
record CurvePlot(String title, List<Line> lines, double guide, String guideName) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 250;
    private static final int LEFT = 56;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 42;
    private static final int FOOT_MARKS = 7;
    private static final int SIDE_MARKS = 5;

    /**
     * A curve.
     *
     * @param ink class that colors it
     * @param style how it is drawn
     */
    record Line(String name, String ink, Style style, List<Point> points) {
        Line {
            points = points.stream()
                    .filter(point -> Double.isFinite(point.mean())
                            && Double.isFinite(point.low())
                            && Double.isFinite(point.high()))
                    .toList();
        }
    }

    /** How a curve is drawn; points differ from curves by shape as well as by color. */
    enum Style {
        CURVE,
        POINTS
    }

    boolean isEmpty() {
        return lines.stream().allMatch(line -> line.points().isEmpty());
    }

    void draw(MarkupWriter page) {
        Frame frame = new Frame(foot(), side());
        page.open("figure");
        page.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                String.format(Locale.ROOT, "0 0 %d %d", WIDTH, HEIGHT),
                "role",
                "img",
                "aria-label",
                title);
        grid(page, frame);
        lines.forEach(line -> line(page, frame, line));
        guide(page, frame);
        page.close();
        legend(page);
        page.close();
    }

    private PlotScale foot() {
        return PlotScale.upTo(values(Point::step).max().orElse(1), FOOT_MARKS);
    }

    private PlotScale side() {
        DoubleStream guided = Double.isNaN(guide) ? DoubleStream.empty() : DoubleStream.of(guide);
        double low = values(Point::low).min().orElse(0);
        double high = DoubleStream.concat(values(Point::high), guided).max().orElse(1);
        return PlotScale.around(Math.max(0, low), high, SIDE_MARKS);
    }

    private DoubleStream values(ToDoubleFunction<Point> value) {
        return lines.stream().flatMap(line -> line.points().stream()).mapToDouble(value);
    }

    /** From values to places in the picture. */
    private record Frame(PlotScale foot, PlotScale side) {
        double x(double value) {
            return LEFT + foot.at(value) * (WIDTH - LEFT - RIGHT);
        }

        double y(double value) {
            return HEIGHT - BOTTOM - side.at(value) * (HEIGHT - TOP - BOTTOM);
        }
    }

    private static void grid(MarkupWriter page, Frame frame) {
        for (double mark : frame.side().marks()) {
            String y = place(frame.y(mark));
            page.empty("path", "class", "grid", "d", String.format(Locale.ROOT, "M%d %sH%d", LEFT, y, WIDTH - RIGHT));
            page.element("text", label(mark), "class", "side", "x", place(LEFT - 8), "y", y, "dy", "0.32em");
        }
        String bottom = place(HEIGHT - BOTTOM);
        for (double mark : frame.foot().marks()) {
            String x = place(frame.x(mark));
            page.empty("path", "class", "axis", "d", "M%s %sv4".formatted(x, bottom));
            page.element("text", count(mark), "class", "foot", "x", x, "y", place(HEIGHT - BOTTOM + 17));
        }
        page.empty("path", "class", "axis", "d", String.format(Locale.ROOT, "M%d %sH%d", LEFT, bottom, WIDTH - RIGHT));
        page.element(
                "text", "steps", "class", "foot", "x", place((LEFT + WIDTH - RIGHT) / 2.0), "y", place(HEIGHT - 6));
    }

    private static void line(MarkupWriter page, Frame frame, Line line) {
        if (line.points().isEmpty()) {
            return;
        }
        if (line.style() == Style.CURVE) {
            page.empty("path", "class", "band " + line.ink(), "d", band(frame, line.points()));
        }
        page.empty("path", "class", "line " + line.ink(), "d", path(frame, line.points()));
        if (line.style() == Style.POINTS) {
            page.empty("path", "class", "mark " + line.ink(), "d", diamonds(frame, line.points()));
        }
    }

    private static String path(Frame frame, List<Point> points) {
        StringBuilder path = new StringBuilder();
        points.forEach(point -> append(path, frame.x(point.step()), frame.y(point.mean())));
        return path.toString();
    }

    /** Along the highest values, and back along the lowest. */
    private static String band(Frame frame, List<Point> points) {
        StringBuilder path = new StringBuilder();
        points.forEach(point -> append(path, frame.x(point.step()), frame.y(point.high())));
        for (int i = points.size() - 1; i >= 0; i--) {
            append(path, frame.x(points.get(i).step()), frame.y(points.get(i).low()));
        }
        return path.append('Z').toString();
    }

    private static void append(StringBuilder path, double x, double y) {
        path.append(path.isEmpty() ? 'M' : 'L').append(place(x)).append(' ').append(place(y));
    }

    private static String diamonds(Frame frame, List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            String x = place(frame.x(point.step()));
            String y = place(frame.y(point.mean()) - 4);
            path.append("M%s %sl4 4l-4 4l-4 -4Z".formatted(x, y));
        }
        return path.toString();
    }

    private void guide(MarkupWriter page, Frame frame) {
        if (!Double.isNaN(guide)) {
            double y = frame.y(guide);
            page.empty(
                    "path",
                    "class",
                    "guide",
                    "d",
                    String.format(Locale.ROOT, "M%d %sH%d", LEFT, place(y), WIDTH - RIGHT));
            page.element(
                    "text",
                    guideName,
                    "class",
                    "guide-name",
                    "x",
                    place(WIDTH - RIGHT - 4),
                    "y",
                    place(y - TOP < 14 ? y + 13 : y - 5));
        }
    }

    private void legend(MarkupWriter page) {
        page.open("figcaption");
        for (Line line : lines) {
            if (!line.points().isEmpty()) {
                page.open("span", "class", "key " + line.ink());
                page.element("span", line.style() == Style.POINTS ? "◆" : "━", "class", "sign", "aria-hidden", "true");
                page.text(" " + line.name()).close();
            }
        }
        page.close();
    }

    private static String place(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A gradient that explodes has many digits. */
    private static String label(double value) {
        double size = Math.abs(value);
        return size >= 1e5 || size > 0 && size < 1e-4
                ? String.format(Locale.ROOT, "%.1e", value)
                : Numbers.figures(value);
    }

    private static String count(double value) {
        return value < 1 && value > 0 ? "" : String.format(Locale.ROOT, "%,d", Math.round(value));
    }
}
