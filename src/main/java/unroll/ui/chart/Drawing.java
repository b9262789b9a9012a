package unroll.ui.chart;

import java.util.List;

/**
 * A chart as data: what to draw, not how.
 *
 * @param foot title of the horizontal axis
 * @param x horizontal axis
 * @param y vertical axis
 * @param bands drawn first
 * @param lines drawn over them
 * @param guides dashed horizontals with their names
 */
record Drawing(String foot, Axis x, Axis y, List<Band> bands, List<Line> lines, List<Guide> guides) {
    /** What a mark stands for; the palette gives it its color. */
    enum Ink {
        LOSS,
        VALIDATION,
        GRADIENT,
        EXACT,
        /** Of the networks of a race, in their order. */
        FIRST,
        SECOND,
        THIRD,
        FOURTH
    }

    /** How a line is drawn. */
    enum Stroke {
        FAINT,
        STRONG,
        DASHED,
        DOTTED,
        DASH_DOTTED,
        DIAMONDS,
        SQUARES,
        CIRCLES,
        TRIANGLES
    }

    /** Values over places along the foot. */
    record Line(Ink ink, Stroke stroke, double[] x, double[] y) {}

    /** The room between the lowest and the highest value. */
    record Band(Ink ink, double[] x, double[] low, double[] high) {}

    /** A dashed horizontal with its name. */
    record Guide(double y, String name) {}
}
