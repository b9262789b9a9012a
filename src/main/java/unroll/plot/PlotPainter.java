package unroll.plot;

import java.util.List;
import java.util.stream.DoubleStream;
import unroll.plot.Surface.Align;
import unroll.plot.Surface.Dash;
import unroll.plot.Surface.Pen;

/** Draws a chart that was laid out. */
public final class PlotPainter {
    /** Width of a piece of a mark, in ems. */
    public static final double SAMPLE_EM = 2;

    private static final double BAND_OPACITY = 0.16;
    private static final double MARKER_EM = 0.32;
    private static final double BAR_OPACITY = 0.75;
    /** Share of a bar's place, and ems, that its width takes at most. */
    private static final double BAR_SHARE = 0.85;

    private static final double MAX_BAR_EM = 2.5;
    /** Height of a bar at least, in pixels. */
    private static final double MIN_BAR = 2;

    /** Least distance of two markers, in halves of their width. */
    private static final double MARKER_GAP = 1.6;

    private static final Pen AXIS = Pen.thin(Ink.TEXT);
    private static final Pen GRID = Pen.thin(Ink.GRID);
    private static final Pen REFERENCE = new Pen(Ink.TEXT, 0, 0.55, Dash.DASHED);
    private static final Pen STRESSED = new Pen(Ink.TEXT, 0.12, 1, Dash.DASHED);

    private final PlotLayout layout;
    private final Surface surface;
    private final double em;

    private PlotPainter(PlotLayout layout) {
        this.layout = layout;
        surface = layout.surface;
        em = surface.em();
    }

    /** Lays a chart out and draws it. */
    public static PlotLayout paint(Plot plot, Surface surface) {
        PlotLayout layout = new PlotLayout(plot, surface);
        new PlotPainter(layout).paint();
        return layout;
    }

    private void paint() {
        grid();
        // On whole pixels: any other rectangle is cut out by a mask, which painted the chart twice.
        surface.clip(
                Math.floor(layout.left()),
                Math.floor(layout.top()),
                Math.ceil(layout.right()),
                Math.ceil(layout.bottom()),
                () -> layout.plot.marks().forEach(this::mark));
        layout.plot.marks(Plot.Points.class).forEach(this::markers);
        layout.names.forEach(this::drawName);
        layout.labels.forEach(label -> surface.text(label.text(), label.x(), label.y(), label.align()));
        layout.legend.ifPresent(Legend::draw);
        layout.plot.marks(Plot.Position.class).forEach(position -> position(position.x()));
    }

    private void grid() {
        layout.yTicks.forEach(tick -> {
            double y = crisp(layout.py(tick.value()));
            surface.line(layout.left(), y, layout.right(), y, GRID);
        });
        boolean vertical = !layout.plot.marks(Plot.Dots.class).isEmpty();
        layout.xTicks.forEach(tick -> {
            double x = crisp(layout.px(tick.value()));
            surface.line(x, vertical ? layout.top() : layout.bottom(), x, layout.bottom() + 0.3 * em, GRID);
        });
        double xAxis = crisp(layout.bottom());
        surface.line(layout.left(), xAxis, layout.right(), xAxis, AXIS);
    }

    private void mark(Plot.Mark mark) {
        if (mark instanceof Plot.Band band) {
            band(band);
        } else if (mark instanceof Plot.Curve curve) {
            surface.line(xs(curve.x()), ys(curve.y()), curve.stroke().pen(curve.ink()));
        } else if (mark instanceof Plot.Points points) {
            surface.line(xs(points.x()), ys(points.y()), Plot.Stroke.FAINT.pen(points.ink()));
        } else if (mark instanceof Plot.Dots dots) {
            for (int i = 0; i < dots.x().length; i++) {
                dots.marker().draw(surface, layout.px(dots.x()[i]), layout.py(dots.y()[i]), MARKER_EM * em, dots.ink());
            }
        } else if (mark instanceof Plot.Bars bars) {
            bars(bars);
        } else if (mark instanceof Plot.Reference reference && layout.plot.y().holds(reference.y())) {
            double y = crisp(layout.py(reference.y()));
            surface.line(layout.left(), y, layout.right(), y, pen(reference));
        } else if (mark instanceof Plot.Divider divider) {
            divider(divider);
        } else if (mark instanceof Plot.Ring ring) {
            ring(layout.px(ring.x()), layout.py(ring.y()));
        }
    }

    private static Pen pen(Plot.Reference reference) {
        return reference.stressed() ? STRESSED : REFERENCE;
    }

    private void band(Plot.Band band) {
        int n = band.x().length;
        double[] px = new double[2 * n];
        double[] py = new double[2 * n];
        for (int i = 0; i < n; i++) {
            px[i] = layout.px(band.x()[i]);
            py[i] = layout.py(band.high()[i]);
            px[2 * n - 1 - i] = px[i];
            py[2 * n - 1 - i] = layout.py(band.low()[i]);
        }
        surface.area(px, py, band.ink(), BAND_OPACITY);
    }

    /**
     * Whole also at the edge of the plot. From the newest one back; those that would lie on the one drawn before are left out.
     */
    private void markers(Plot.Points points) {
        double half = MARKER_EM * em;
        double last = Double.POSITIVE_INFINITY;
        for (int i = points.x().length - 1; i >= 0; i--) {
            double x = layout.px(points.x()[i]);
            boolean isInside =
                    layout.plot.x().holds(points.x()[i]) && layout.plot.y().holds(points.y()[i]);
            if (isInside && last - x >= MARKER_GAP * half) {
                points.marker().draw(surface, x, layout.py(points.y()[i]), half, points.ink());
                last = x;
            }
        }
    }

    private void bars(Plot.Bars bars) {
        double half = Math.min(BAR_SHARE * (layout.px(1) - layout.px(0)), MAX_BAR_EM * em) / 2;
        for (int i = 0; i < bars.x().length; i++) {
            double x = layout.px(bars.x()[i]);
            double top = Math.min(layout.py(bars.y()[i]), layout.bottom() - MIN_BAR);
            surface.area(x - half, top, x + half, layout.bottom(), bars.ink(), BAR_OPACITY);
        }
    }

    private void divider(Plot.Divider divider) {
        double x = crisp(layout.px(divider.x()));
        surface.line(x, layout.top(), x, layout.bottom(), AXIS);
        boolean fits = x + 0.3 * em + surface.textWidth(divider.name()) <= layout.right();
        surface.text(
                divider.name(),
                fits ? x + 0.3 * em : x - 0.3 * em,
                layout.bottom() - 0.8 * em,
                fits ? Align.LEFT : Align.RIGHT);
    }

    private void ring(double x, double y) {
        int corners = 32;
        double[] px = new double[corners + 1];
        double[] py = new double[corners + 1];
        for (int i = 0; i <= corners; i++) {
            px[i] = x + 0.8 * em * Math.cos(2 * Math.PI * i / corners);
            py[i] = y + 0.8 * em * Math.sin(2 * Math.PI * i / corners);
        }
        surface.line(px, py, Pen.solid(Ink.TEXT, 1 / 8.0));
    }

    /** With a line from its reference, where that is on the axis. */
    private void drawName(PlotLayout.Name name) {
        Plot.Reference reference = name.reference();
        double middle = name.top() + name.height() / 2;
        double x = layout.nameX();
        if (layout.plot.y().holds(reference.y())) {
            double y = crisp(layout.py(reference.y()));
            double bend = layout.right() + 0.3 * em;
            surface.line(
                    new double[] {layout.right(), bend, x - 0.5 * em, x - 0.2 * em},
                    new double[] {y, y, middle, middle},
                    new Pen(Ink.TEXT, 0, 0.55, Dash.SOLID));
        }
        List<String> lines = reference.name().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            double y = name.top() + (i + 0.5) * Surface.LINE * em;
            surface.text(lines.get(i), x, y, new Surface.TextStyle(Align.LEFT, Ink.TEXT, reference.stressed()));
        }
    }

    private void position(double at) {
        double x = crisp(Math.max(layout.left(), Math.min(layout.right(), layout.px(at))));
        double half = 0.45 * em;
        surface.line(x, layout.top(), x, layout.bottom(), Pen.solid(Ink.TEXT, 1 / 7.0));
        surface.area(
                new double[] {x - half, x + half, x},
                new double[] {layout.top() - half, layout.top() - half, layout.top() + half},
                Ink.TEXT,
                1);
    }

    /** Draws a piece of a mark, as legends have it, {@value #SAMPLE_EM} ems wide around {@code y}. */
    public static void sample(Plot.Series series, Surface surface, double x, double y) {
        double em = surface.em();
        double end = x + SAMPLE_EM * em;
        double middle = (x + end) / 2;
        if (series instanceof Plot.Band || series instanceof Plot.Bars) {
            double half = 0.3 * em;
            surface.area(x, y - half, end, y + half, series.ink(), 2 * BAND_OPACITY);
        } else if (series instanceof Plot.Curve curve) {
            surface.line(x, y, end, y, curve.stroke().pen(series.ink()));
        } else if (series instanceof Plot.Points points) {
            points.marker().draw(surface, middle, y, MARKER_EM * em, series.ink());
        } else if (series instanceof Plot.Dots dots) {
            dots.marker().draw(surface, middle, y, MARKER_EM * em, series.ink());
        }
    }

    private double[] xs(double[] values) {
        return DoubleStream.of(values).map(layout::px).toArray();
    }

    private double[] ys(double[] values) {
        return DoubleStream.of(values).map(layout::py).toArray();
    }

    /** The middle of a pixel, so that a thin line is one pixel wide. */
    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
