package unroll.session.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import unroll.plot.Ink;
import unroll.plot.Palette;
import unroll.plot.Surface;

/** A picture of pixels; for any thread, and without a screen. */
final class ImageSurface implements Surface {
    private final BufferedImage image;
    private final int height;
    private final Palette palette;
    private final Font font;
    private final Graphics2D g;

    /** @param em size of the text, in pixels */
    ImageSurface(int width, int height, int em, Palette palette) {
        this(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), height, em, palette);
        fill(0, 0, width, height, palette.rgb(Ink.PAPER));
    }

    private ImageSurface(BufferedImage image, int height, int em, Palette palette) {
        this.image = image;
        this.height = height;
        this.palette = palette;
        font = new Font(Font.SANS_SERIF, Font.PLAIN, em);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    /** Some rows of the same picture. */
    ImageSurface rows(int top, int count) {
        ImageSurface rows = new ImageSurface(image, count, font.getSize(), palette);
        rows.g.translate(0, top);
        return rows;
    }

    BufferedImage image() {
        return image;
    }

    @Override
    public double width() {
        return image.getWidth();
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
        return font.getStringBounds(text, g.getFontRenderContext()).getWidth();
    }

    @Override
    public void line(double[] x, double[] y, Pen pen) {
        if (x.length == 0) {
            return;
        }
        double[] dashes = pen.dash().pixels(em());
        float[] pattern = new float[dashes.length];
        for (int i = 0; i < dashes.length; i++) {
            pattern[i] = (float) dashes[i];
        }
        float width = pen.width() == 0 ? 1 : (float) (pen.width() * em());
        g.setStroke(new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern.length == 0 ? null : pattern, 0));
        g.setColor(color(pen.ink(), pen.opacity()));
        g.draw(path(x, y));
    }

    @Override
    public void area(double[] x, double[] y, Ink ink, double opacity) {
        if (x.length > 0) {
            g.setColor(color(ink, opacity));
            g.fill(path(x, y));
        }
    }

    @Override
    public void fill(double left, double top, double right, double bottom, int rgb) {
        g.setColor(new Color(rgb));
        g.fill(new Rectangle2D.Double(left, top, right - left, bottom - top));
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        g.setFont(style.bold() ? font.deriveFont(Font.BOLD) : font);
        g.setColor(color(style.ink(), 1));
        double width = g.getFontMetrics().stringWidth(text);
        double left = switch (style.align()) {
            case LEFT -> x;
            case CENTER -> x - width / 2;
            case RIGHT -> x - width;
        };
        g.drawString(text, (float) left, (float) (y + 0.35 * em()));
    }

    @Override
    public void clip(double left, double top, double right, double bottom, Runnable content) {
        Shape before = g.getClip();
        g.clip(new Rectangle2D.Double(left, top, right - left, bottom - top));
        content.run();
        g.setClip(before);
    }

    private Color color(Ink ink, double opacity) {
        int rgb = palette.rgb(ink);
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, (int) Math.round(255 * opacity));
    }

    private static Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], y[i]);
        }
        return path;
    }
}
