package unroll.ui.control;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import unroll.plot.Ink;
import unroll.plot.Palette;
import unroll.plot.Surface;

/** A canvas that charts are drawn on. */
public final class CanvasSurface implements Surface {
    private final GraphicsContext g;
    private final double width;
    private final double height;
    private final Font font;
    private final Palette palette;
    private final Text ruler = new Text();

    /** @param width in pixels, as {@code height} */
    CanvasSurface(GraphicsContext g, double width, double height, Font font, Palette palette) {
        this.g = g;
        this.width = width;
        this.height = height;
        this.font = font;
        this.palette = palette;
        ruler.setFont(font);
    }

    /** A color {@code 0xRRGGBB}. */
    public static Color color(int rgb) {
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private Color color(Ink ink, double opacity) {
        Color color = color(palette.rgb(ink));
        return Color.color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public double em() {
        return font.getSize();
    }

    @Override
    public double textWidth(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    @Override
    public void line(double[] x, double[] y, Pen pen) {
        g.setStroke(color(pen.ink(), pen.opacity()));
        g.setLineWidth(pen.width() == 0 ? 1 : pen.width() * em() * palette.width());
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineDashes(pen.dash().pixels(em()));
        g.strokePolyline(x, y, x.length);
        g.setLineDashes();
    }

    @Override
    public void area(double[] x, double[] y, Ink ink, double opacity) {
        g.setFill(color(ink, opacity));
        g.fillPolygon(x, y, x.length);
    }

    @Override
    public void fill(double left, double top, double right, double bottom, int rgb) {
        g.setFill(color(rgb));
        g.fillRect(left, top, right - left, bottom - top);
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        g.setFont(style.bold() ? Font.font(font.getFamily(), FontWeight.BOLD, em()) : font);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(
                switch (style.align()) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        g.setFill(color(style.ink(), 1));
        g.fillText(text, x, y);
    }

    @Override
    public void clip(double left, double top, double right, double bottom, Runnable content) {
        g.save();
        g.beginPath();
        g.rect(left, top, right - left, bottom - top);
        g.clip();
        content.run();
        g.restore();
    }
}
