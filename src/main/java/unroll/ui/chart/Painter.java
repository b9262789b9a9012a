package unroll.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import unroll.ui.chart.Drawing.Band;
import unroll.ui.chart.Drawing.Guide;
import unroll.ui.chart.Drawing.Line;
import unroll.ui.chart.Drawing.Stroke;

/** Puts a drawing on a canvas. */
final class Painter {
    private static final double BAND_OPACITY = 0.16;
    private static final double FAINT_OPACITY = 0.45;
    private static final double POINT_EM = 0.5;

    /** Least distance of two marks, in halves of their width. */
    private static final double MARK_GAP = 1.6;

    private final GraphicsContext g;
    private final PlotArea frame;
    private final Palette palette;
    private final double em;

    Painter(GraphicsContext g, PlotArea frame, Palette palette, Font font) {
        this.g = g;
        this.frame = frame;
        this.palette = palette;
        em = font.getSize();
        g.setFont(font);
    }

    void paint(Drawing drawing) {
        grid(drawing);
        g.save();
        g.beginPath();
        // On whole pixels: any other rectangle is cut out by a mask, which painted the chart twice.
        double left = Math.floor(frame.left());
        double top = Math.floor(frame.top());
        g.rect(left, top, Math.ceil(frame.right()) - left, Math.ceil(frame.bottom()) - top);
        g.clip();
        drawing.bands().forEach(this::band);
        drawing.lines().forEach(this::line);
        g.restore();
        guides(drawing);
    }

    /** A line from top to bottom under a small triangle; nothing where the place is NaN. */
    void mark(double at) {
        if (Double.isNaN(at)) {
            return;
        }
        double x = crisp(Math.max(frame.left(), Math.min(frame.right(), frame.px(at))));
        double half = 0.45 * em;
        g.setStroke(palette.text());
        g.setFill(palette.text());
        g.setLineWidth(em / 7);
        g.strokeLine(x, frame.top(), x, frame.bottom());
        g.fillPolygon(
                new double[] {x - half, x + half, x},
                new double[] {frame.top() - half, frame.top() - half, frame.top() + half},
                3);
    }

    private void grid(Drawing drawing) {
        g.setLineWidth(1);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (double tick : drawing.y().ticks((int) (frame.height() / (3 * em)))) {
            double y = crisp(frame.py(tick));
            g.setStroke(palette.grid());
            g.strokeLine(frame.left(), y, frame.right(), y);
            g.setFill(palette.text());
            g.fillText(Axis.label(tick), frame.left() - 0.5 * em, y);
        }
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.CENTER);
        for (double tick : drawing.x().ticks((int) (frame.width() / (6 * em)))) {
            double x = crisp(frame.px(tick));
            g.setStroke(palette.grid());
            g.strokeLine(x, frame.bottom(), x, frame.bottom() + 0.3 * em);
            g.fillText(Axis.label(tick), x, frame.bottom() + 0.4 * em);
        }
        g.setStroke(palette.text());
        g.strokeLine(frame.left(), crisp(frame.bottom()), frame.right(), crisp(frame.bottom()));
        g.fillText(drawing.foot(), frame.left() + frame.width() / 2, frame.bottom() + 1.65 * em);
    }

    private void band(Band band) {
        int n = band.x().length;
        double[] px = new double[2 * n];
        double[] py = new double[2 * n];
        for (int i = 0; i < n; i++) {
            px[i] = frame.px(band.x()[i]);
            py[i] = frame.py(band.high()[i]);
            px[2 * n - 1 - i] = px[i];
            py[2 * n - 1 - i] = frame.py(band.low()[i]);
        }
        g.setFill(faded(palette.of(band.ink()), BAND_OPACITY));
        g.fillPolygon(px, py, 2 * n);
    }

    private void line(Line line) {
        Color color = palette.of(line.ink());
        switch (line.stroke()) {
            case FAINT -> polyline(line, faded(color, FAINT_OPACITY), em / 14);
            case STRONG, DASHED, DOTTED, DASH_DOTTED -> {
                g.setLineCap(StrokeLineCap.BUTT);
                g.setLineDashes(DashPatterns.of(line.stroke(), em));
                polyline(line, color, em / 6);
                g.setLineDashes();
            }
            case DIAMONDS, SQUARES, CIRCLES, TRIANGLES -> {
                polyline(line, faded(color, FAINT_OPACITY), em / 12);
                points(line, color);
            }
        }
    }

    private void polyline(Line line, Color color, double width) {
        double[] px = new double[line.x().length];
        double[] py = new double[line.x().length];
        for (int i = 0; i < px.length; i++) {
            px[i] = frame.px(line.x()[i]);
            py[i] = frame.py(line.y()[i]);
        }
        g.setStroke(color);
        g.setLineWidth(width * palette.width());
        g.strokePolyline(px, py, px.length);
    }

    /** From the newest one back; those that would lie on the one drawn before are left out. */
    private void points(Line line, Color color) {
        double half = POINT_EM * em / 1.6;
        g.setFill(color);
        g.setStroke(color);
        g.setLineWidth(em / 8 * palette.width());
        double last = Double.POSITIVE_INFINITY;
        for (int i = line.x().length - 1; i >= 0; i--) {
            double x = frame.px(line.x()[i]);
            if (last - x >= MARK_GAP * half) {
                mark(line.stroke(), x, frame.py(line.y()[i]), half);
                last = x;
            }
        }
    }

    /**
     * Squares are empty and larger than diamonds, so that they differ from the curve and each other by shape as well as color, and
     * both are seen where they coincide.
     */
    private void mark(Stroke shape, double x, double y, double half) {
        switch (shape) {
            case SQUARES -> g.strokeRect(x - 1.2 * half, y - 1.2 * half, 2.4 * half, 2.4 * half);
            case CIRCLES -> g.fillOval(x - half, y - half, 2 * half, 2 * half);
            case TRIANGLES ->
                g.fillPolygon(
                        new double[] {x - 1.1 * half, x, x + 1.1 * half},
                        new double[] {y + half, y - half, y + half},
                        3);
            default ->
                g.fillPolygon(new double[] {x - half, x, x + half, x}, new double[] {y, y - half, y, y + half}, 4);
        }
    }

    /** Lines first, so that none goes through a name. */
    private void guides(Drawing drawing) {
        GuideLabels labels = new GuideLabels(frame, drawing.lines(), em);
        Text measure = new Text();
        measure.setFont(g.getFont());
        drawing.guides().stream().filter(this::isInside).forEach(this::dashes);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(palette.text());
        for (Guide guide : drawing.guides()) {
            measure.setText(guide.name());
            labels.place(guide, measure.getLayoutBounds().getWidth())
                    .ifPresent(box -> g.fillText(guide.name(), box.getMinX(), box.getCenterY()));
        }
    }

    private boolean isInside(Guide guide) {
        return guide.y() <= frame.y().high() && guide.y() >= frame.y().low();
    }

    private void dashes(Guide guide) {
        double y = crisp(frame.py(guide.y()));
        g.setStroke(palette.text());
        g.setLineWidth(Math.max(1, em / 12 * palette.width()));
        g.setLineDashes(0.5 * em, 0.35 * em);
        g.strokeLine(frame.left(), y, frame.right(), y);
        g.setLineDashes();
    }

    private static Color faded(Color color, double opacity) {
        return Color.color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    /** The middle of a pixel, so that a thin line is one pixel wide. */
    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
