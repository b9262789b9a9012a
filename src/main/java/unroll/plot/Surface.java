package unroll.plot;

/**
 * What a chart is drawn on: a canvas of the window, or an SVG picture. Lengths are pixels from the upper left corner, widths of
 * lines and dashes are shares of {@link #em()}.
 */
public interface Surface {
    /** Height of a line of text, in ems. */
    double LINE = 1.25;

    double width();

    double height();

    /** The size of the text. */
    double em();

    double textWidth(String text);

    /** A line through points. */
    void line(double[] x, double[] y, Pen pen);

    /** A filled polygon. */
    void area(double[] x, double[] y, Ink ink, double opacity);

    /** A filled rectangle of any color, {@code 0xRRGGBB}. */
    void fill(double left, double top, double right, double bottom, int rgb);

    /** @param y middle of the line of text */
    void text(String text, double x, double y, TextStyle style);

    /** Draws content of which only what lies in a rectangle is seen. */
    void clip(double left, double top, double right, double bottom, Runnable content);

    /** A straight line. */
    default void line(double x0, double y0, double x1, double y1, Pen pen) {
        line(new double[] {x0, x1}, new double[] {y0, y1}, pen);
    }

    /** A straight line with a head at its end, {@code head} pixels long and twice {@code half} wide. */
    default void arrow(double x0, double y0, double x1, double y1, Pen pen, double head, double half) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        double dx = (x1 - x0) / length;
        double dy = (y1 - y0) / length;
        double baseX = x1 - dx * head;
        double baseY = y1 - dy * head;
        line(x0, y0, baseX, baseY, pen);
        area(
                new double[] {x1, baseX - dy * half, baseX + dy * half},
                new double[] {y1, baseY + dx * half, baseY - dx * half},
                pen.ink(),
                pen.opacity());
    }

    /** A filled rectangle. */
    default void area(double left, double top, double right, double bottom, Ink ink, double opacity) {
        area(new double[] {left, right, right, left}, new double[] {top, top, bottom, bottom}, ink, opacity);
    }

    /** The outline of a rectangle. */
    default void frame(double left, double top, double right, double bottom, Pen pen) {
        line(new double[] {left, right, right, left, left}, new double[] {top, top, bottom, bottom, top}, pen);
    }

    /** Text in the color of text. */
    default void text(String text, double x, double y, Align align) {
        text(text, x, y, TextStyle.of(align));
    }

    /** Which point of a text is given. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /**
     * How a text looks.
     *
     * @param bold of what matters most
     */
    record TextStyle(Align align, Ink ink, boolean bold) {
        public static TextStyle of(Align align) {
            return new TextStyle(align, Ink.TEXT, false);
        }
    }

    /** How a line is broken, so that lines are told apart without colors: strokes and gaps in turn, in ems. */
    enum Dash {
        SOLID,
        DASHED(0.8, 0.35),
        DOTTED(0.2, 0.25),
        DASH_DOTTED(0.8, 0.25, 0.2, 0.25);

        private final double[] ems;

        Dash(double... ems) {
            this.ems = ems;
        }

        /** In pixels; none for a line without a break. */
        public double[] pixels(double em) {
            double[] pixels = ems.clone();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] *= em;
            }
            return pixels;
        }
    }

    /**
     * What lines are drawn with.
     *
     * @param width in ems; 0 for one pixel
     * @param opacity from 0 to 1
     */
    record Pen(Ink ink, double width, double opacity, Dash dash) {
        /** One pixel wide. */
        public static Pen thin(Ink ink) {
            return new Pen(ink, 0, 1, Dash.SOLID);
        }

        public static Pen solid(Ink ink, double width) {
            return new Pen(ink, width, 1, Dash.SOLID);
        }
    }
}
