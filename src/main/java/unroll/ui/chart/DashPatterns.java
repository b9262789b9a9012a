package unroll.ui.chart;

import java.util.stream.DoubleStream;
import unroll.ui.chart.Drawing.Stroke;

/** How lines are broken, so that they are told apart without colors. */
final class DashPatterns {
    private DashPatterns() {}

    /**
     * Lengths of strokes and gaps in turn, in pixels; none for a line without a break.
     *
     * @param em size of the text, in pixels
     */
    static double[] of(Stroke stroke, double em) {
        double[] ems = switch (stroke) {
            case DASHED -> new double[] {0.8, 0.35};
            case DOTTED -> new double[] {0.2, 0.25};
            case DASH_DOTTED -> new double[] {0.8, 0.25, 0.2, 0.25};
            default -> new double[0];
        };
        return DoubleStream.of(ems).map(length -> length * em).toArray();
    }
}
