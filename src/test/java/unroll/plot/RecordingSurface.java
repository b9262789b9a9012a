package unroll.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Takes down what is drawn, in letters that are all equally wide. */
final class RecordingSurface implements Surface {
    private static final double LETTER_EM = 0.6;
    private static final double BOLD = 1.1;
    /** Letters reach so far above and below the middle of their line. */
    private static final double HALF_EM = 0.55;

    private final double width;
    private final double height;
    private final double em;
    private final List<Box> texts = new ArrayList<>();
    private final List<Box> lines = new ArrayList<>();
    private final List<Box> areas = new ArrayList<>();
    private Box clip;

    /** Where something was drawn. */
    record Box(String text, double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    RecordingSurface(double width, double height, double em) {
        this.width = width;
        this.height = height;
        this.em = em;
        clip = new Box("clip", 0, 0, width, height);
    }

    List<Box> texts() {
        return texts;
    }

    /** The straight lines from left to right, as boxes without height. */
    List<Box> horizontals() {
        return lines;
    }

    /** What is seen of the filled polygons. */
    List<Box> areas() {
        return areas;
    }

    Box text(String text) {
        return texts.stream().filter(box -> box.text().equals(text)).findFirst().orElseThrow();
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
        return em;
    }

    @Override
    public double textWidth(String text) {
        return LETTER_EM * em * text.codePointCount(0, text.length());
    }

    @Override
    public void line(double[] x, double[] y, Pen pen) {
        if (x.length == 2 && y[0] == y[1]) {
            lines.add(new Box(pen.dash().name(), x[0], y[0], x[1], y[1]));
        }
    }

    @Override
    public void area(double[] x, double[] y, Ink ink, double opacity) {
        areas.add(new Box(
                ink.name(),
                Math.max(clip.left, DoubleStream.of(x).min().orElseThrow()),
                Math.max(clip.top, DoubleStream.of(y).min().orElseThrow()),
                Math.min(clip.right, DoubleStream.of(x).max().orElseThrow()),
                Math.min(clip.bottom, DoubleStream.of(y).max().orElseThrow())));
    }

    @Override
    public void fill(double left, double top, double right, double bottom, int rgb) {}

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        double wide = textWidth(text) * (style.bold() ? BOLD : 1);
        double left = switch (style.align()) {
            case LEFT -> x;
            case CENTER -> x - wide / 2;
            case RIGHT -> x - wide;
        };
        texts.add(new Box(text, left, y - HALF_EM * em, left + wide, y + HALF_EM * em));
    }

    @Override
    public void clip(double left, double top, double right, double bottom, Runnable content) {
        Box before = clip;
        clip = new Box("clip", left, top, right, bottom);
        content.run();
        clip = before;
    }
}
