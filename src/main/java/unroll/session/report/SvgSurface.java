package unroll.session.report;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import unroll.plot.Ink;
import unroll.plot.Surface;

/** An SVG picture inside a page, whose style sheet has the colors: the classes {@code line}, {@code area} and that of an ink. */
final class SvgSurface implements Surface {
    /** The size of text in the style sheet, in pixels. */
    private static final double EM = 12;
    /** A wide letter of a font without serifs. */
    private static final double LETTER_EM = 0.58;

    private final MarkupWriter page;
    private final double width;
    private final double height;

    private SvgSurface(MarkupWriter page, double width, double height) {
        this.page = page;
        this.width = width;
        this.height = height;
    }

    /**
     * Adds a picture to a page.
     *
     * @param title for those who hear the page
     */
    static void add(MarkupWriter page, String title, double width, double height, Consumer<Surface> drawing) {
        page.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 %s %s".formatted(number(width), number(height)),
                "role",
                "img",
                "aria-label",
                title);
        drawing.accept(new SvgSurface(page, width, height));
        page.close();
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
        return EM;
    }

    @Override
    public double textWidth(String text) {
        return LETTER_EM * EM * text.codePointCount(0, text.length());
    }

    @Override
    public void line(double[] x, double[] y, Pen pen) {
        if (x.length > 0) {
            page.empty(
                    "path",
                    "class",
                    "line " + name(pen.ink()),
                    "d",
                    path(x, y),
                    "stroke-width",
                    number(pen.width() == 0 ? 1 : pen.width() * EM),
                    "stroke-opacity",
                    number(pen.opacity()),
                    "stroke-dasharray",
                    DoubleStream.of(pen.dash().pixels(EM))
                            .mapToObj(SvgSurface::number)
                            .collect(Collectors.collectingAndThen(
                                    Collectors.joining(" "), dashes -> dashes.isEmpty() ? "none" : dashes)));
        }
    }

    @Override
    public void area(double[] x, double[] y, Ink ink, double opacity) {
        if (x.length > 0) {
            page.empty("path", "class", "area " + name(ink), "d", path(x, y) + "Z", "fill-opacity", number(opacity));
        }
    }

    @Override
    public void fill(double left, double top, double right, double bottom, int rgb) {
        page.empty(
                "path",
                "fill",
                String.format(Locale.ROOT, "#%06x", rgb),
                "d",
                path(new double[] {left, right, right, left}, new double[] {top, top, bottom, bottom}) + "Z");
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        String anchor = switch (style.align()) {
            case LEFT -> "start";
            case CENTER -> "middle";
            case RIGHT -> "end";
        };
        page.element(
                "text",
                text,
                "class",
                name(style.ink()) + (style.bold() ? " bold" : ""),
                "text-anchor",
                anchor,
                "x",
                number(x),
                "y",
                number(y),
                "dy",
                "0.32em");
    }

    /** A picture of its own inside the picture cuts off what lies beyond it. */
    @Override
    public void clip(double left, double top, double right, double bottom, Runnable content) {
        String[] box = {number(left), number(top), number(right - left), number(bottom - top)};
        page.open("svg", "x", box[0], "y", box[1], "width", box[2], "height", box[3], "viewBox", String.join(" ", box));
        content.run();
        page.close();
    }

    private static String name(Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT);
    }

    private static String path(double[] x, double[] y) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(number(x[i])).append(' ').append(number(y[i]));
        }
        return path.toString();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
