package unroll.cli.dashboard;

import java.util.Arrays;
import java.util.List;
import unroll.session.run.Curves.Point;

/** A curve with one value for each column of a chart, whose columns share the steps from 0 to the last one evenly. */
final class CurveColumns {
    private CurveColumns() {}

    /**
     * The mean of the points in each column, and where a column has none, the value on the line between its neighbors.
     *
     * @param points at least one, by step
     */
    static double[] of(List<Point> points, int columns, long lastStep) {
        double[] sums = new double[columns];
        int[] counts = new int[columns];
        for (Point point : points) {
            int column = column(point.step(), columns, lastStep);
            sums[column] += point.mean();
            counts[column]++;
        }
        double[] values = new double[columns];
        Arrays.setAll(values, column -> sums[column] / counts[column]);
        fillGaps(values);
        return values;
    }

    /** The column a step falls into. */
    static int column(long step, int columns, long lastStep) {
        return (int) Math.min(columns - 1, Math.max(0, (step - 1) * columns / lastStep));
    }

    private static void fillGaps(double[] values) {
        int before = -1;
        for (int column = 0; column < values.length; column++) {
            if (!Double.isNaN(values[column])) {
                fillBetween(values, before, column);
                before = column;
            }
        }
        Arrays.fill(values, before + 1, values.length, values[before]);
    }

    /** @param before the last column with a value, or -1 for none */
    private static void fillBetween(double[] values, int before, int after) {
        for (int column = before + 1; column < after; column++) {
            double share = before < 0 ? 1 : (double) (column - before) / (after - before);
            values[column] = before < 0 ? values[after] : values[before] + share * (values[after] - values[before]);
        }
    }
}
