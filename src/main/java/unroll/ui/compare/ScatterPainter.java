package unroll.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;
import unroll.ui.chart.Axis;
import unroll.ui.chart.Palette;
import unroll.ui.compare.Scatter.Dot;

/** Puts a scatter on a canvas, with its legend, so that a picture of it explains itself. */
final class ScatterPainter {
    private static final double DOT_EM = 0.42;
    private static final double LEFT_EM = 4.2;
    private static final double RIGHT_EM = 1.2;
    private static final double TOP_EM = 2.6;
    private static final double BOTTOM_EM = 3.1;

    private final Scatter scatter;
    private final Font font;
    private final double width;
    private final double height;

    /** @param width of the canvas, in pixels, as {@code height} */
    ScatterPainter(Scatter scatter, Font font, double width, double height) {
        this.scatter = scatter;
        this.font = font;
        this.width = width;
        this.height = height;
    }

    double px(Dot dot) {
        return left() + scatter.x().at(dot.x()) * (right() - left());
    }

    double py(Dot dot) {
        return bottom() - scatter.y().at(dot.y()) * (bottom() - top());
    }

    private double em() {
        return font.getSize();
    }

    private double left() {
        return LEFT_EM * em();
    }

    private double right() {
        return Math.max(left() + 1, width - RIGHT_EM * em());
    }

    private double top() {
        return TOP_EM * em();
    }

    private double bottom() {
        return Math.max(top() + 1, height - BOTTOM_EM * em());
    }

    /** @param chosen run to be ringed, or null */
    void paint(GraphicsContext g, Palette palette, @Nullable RunRow chosen) {
        g.setFont(font);
        side(g, palette);
        foot(g, palette);
        legend(g, palette);
        for (Dot dot : scatter.dots()) {
            MarkerShape.of(dot.run().text(ReportColumn.CELL)).draw(g, palette, px(dot), py(dot), DOT_EM * em());
        }
        scatter.dots().stream().filter(dot -> dot.run() == chosen).forEach(dot -> ring(g, palette, dot));
    }

    private void side(GraphicsContext g, Palette palette) {
        g.setLineWidth(1);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (double tick : scatter.y().ticks((int) ((bottom() - top()) / (3 * em())))) {
            double y = crisp(bottom() - scatter.y().at(tick) * (bottom() - top()));
            g.setStroke(palette.grid());
            g.strokeLine(left(), y, right(), y);
            g.setFill(palette.text());
            g.fillText(Axis.label(tick), left() - 0.5 * em(), y);
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(scatter.up().title(), 0.6 * em(), 1.1 * em());
    }

    private void foot(GraphicsContext g, Palette palette) {
        double y = crisp(bottom());
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.CENTER);
        for (double tick : scatter.x().ticks((int) ((right() - left()) / (6 * em())))) {
            double x = crisp(left() + scatter.x().at(tick) * (right() - left()));
            g.setStroke(palette.grid());
            g.strokeLine(x, top(), x, bottom() + 0.3 * em());
            g.setFill(palette.text());
            g.fillText(Axis.label(tick), x, bottom() + 0.45 * em());
        }
        g.setStroke(palette.text());
        g.strokeLine(left(), y, right(), y);
        g.fillText(scatter.across().title(), (left() + right()) / 2, bottom() + 1.75 * em());
    }

    /** From the right, above the plot. */
    private void legend(GraphicsContext g, Palette palette) {
        double x = right();
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (Map.Entry<MarkerShape, String> entry : names().entrySet()) {
            g.setFill(palette.text());
            g.fillText(entry.getValue(), x, 1.1 * em());
            x -= wide(entry.getValue()) + 0.9 * em();
            entry.getKey().draw(g, palette, x, 1.1 * em(), DOT_EM * em());
            x -= 1.4 * em();
        }
    }

    /** The cells of a mark: one, but for those this program does not know. */
    private Map<MarkerShape, String> names() {
        List<String> cells = new ArrayList<>(scatter.dots().stream()
                .map(dot -> dot.run().text(ReportColumn.CELL).strip())
                .distinct()
                .sorted((a, b) -> MarkerShape.of(b).compareTo(MarkerShape.of(a)))
                .toList());
        Map<MarkerShape, String> names = new LinkedHashMap<>();
        cells.forEach(cell -> names.merge(MarkerShape.of(cell), cell, (one, other) -> "other cells"));
        return names;
    }

    private double wide(String words) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    private void ring(GraphicsContext g, Palette palette, Dot dot) {
        double radius = 2 * DOT_EM * em();
        g.setStroke(palette.text());
        g.setLineWidth(Math.max(1.5, em() / 8));
        g.strokeOval(px(dot) - radius, py(dot) - radius, 2 * radius, 2 * radius);
    }

    /** The middle of a pixel, so that a thin line is one pixel wide. */
    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
