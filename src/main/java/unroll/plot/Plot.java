package unroll.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart as data: what to draw, not how.
 *
 * @param titles of the axes
 * @param x horizontal axis
 * @param y vertical axis
 * @param marks drawn over one another in this order
 * @param margins least room at the sides
 */
public record Plot(Titles titles, Axis x, Axis y, List<Mark> marks, Margins margins) {
    public Plot {
        marks = List.copyOf(marks);
    }

    /** With as little room at the sides as its labels need. */
    public Plot(Titles titles, Axis x, Axis y, List<Mark> marks) {
        this(titles, x, y, marks, Margins.NONE);
    }

    /** What the axes count; an empty title takes no room. */
    public record Titles(String x, String y) {
        public static Titles ofX(String x) {
            return new Titles(x, "");
        }
    }

    /**
     * Room at the sides of a plot at least, so that charts below each other have their axes below each other.
     *
     * @param left in ems, as is {@code right}
     */
    public record Margins(double left, double right) {
        static final Margins NONE = new Margins(0, 0);
    }

    /** Something to be drawn. */
    public sealed interface Mark {}

    /** A mark that the legend explains; one without a name or without points is not in it. */
    public sealed interface Series extends Mark {
        String name();

        Ink ink();

        double[] x();
    }

    /** The room between two values at each place. */
    public record Band(String name, Ink ink, double[] x, double[] low, double[] high) implements Series {}

    /** A line through values. */
    public record Curve(String name, Ink ink, Stroke stroke, double[] x, double[] y) implements Series {}

    /** Points; where they lie too close to be told apart the newest is drawn. */
    public record Points(String name, Ink ink, Marker marker, double[] x, double[] y) implements Series {}

    /** Points that are all drawn, in order: those of a scatter. */
    public record Dots(String name, Ink ink, Marker marker, double[] x, double[] y) implements Series {}

    /** Bars that stand on the horizontal axis, at whole numbers; however small its value, a bar is seen. */
    public record Bars(String name, Ink ink, double[] x, double[] y) implements Series {}

    /**
     * A dashed horizontal, named in the right margin; where its value is off the axis it is only named.
     *
     * @param name may have lines
     * @param explanation what a pointer at the name is told
     * @param stressed whether it matters more than the others
     */
    public record Reference(double y, String name, String explanation, boolean stressed) implements Mark {}

    /** A vertical at which something else begins, with the name of what is to the right of it. */
    public record Divider(double x, String name) implements Mark {}

    /** A vertical under a small triangle: where one is. */
    public record Position(double x) implements Mark {}

    /** A ring around a point. */
    public record Ring(double x, double y) implements Mark {}

    /** How a curve is drawn. */
    public enum Stroke {
        FAINT,
        STRONG,
        DASHED,
        DOTTED,
        DASH_DOTTED;

        private static final double STRONG_EM = 1 / 6.0;

        Surface.Pen pen(Ink ink) {
            return this == FAINT
                    ? new Surface.Pen(ink, 1 / 13.0, 0.45, Surface.Dash.SOLID)
                    : new Surface.Pen(ink, STRONG_EM, 1, dash());
        }

        private Surface.Dash dash() {
            return switch (this) {
                case FAINT, STRONG -> Surface.Dash.SOLID;
                case DASHED -> Surface.Dash.DASHED;
                case DOTTED -> Surface.Dash.DOTTED;
                case DASH_DOTTED -> Surface.Dash.DASH_DOTTED;
            };
        }
    }

    /** The marks of a kind, in their order. */
    public <M> List<M> marks(Class<M> kind) {
        return marks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The same chart with more marks over the others. */
    public Plot with(List<? extends Mark> more) {
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(more);
        return new Plot(titles, x, y, all, margins);
    }

    /** The same chart with more marks behind the others. */
    public Plot over(List<? extends Mark> more) {
        List<Mark> all = new ArrayList<>(more);
        all.addAll(marks);
        return new Plot(titles, x, y, all, margins);
    }

    /** The same chart with axes that reach as far as those of another one. */
    public Plot reaching(Plot other) {
        return new Plot(titles, x.with(other.x), y.with(other.y), marks, margins);
    }
}
