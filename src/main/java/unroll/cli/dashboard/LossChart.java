package unroll.cli.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import unroll.lens.ngram.NGramLosses;
import unroll.plot.Ticks;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;

/**
 * The loss as columns of eighth blocks, validations as points on them, and the losses of n-grams as dashed lines that come
 * into sight where the curve has fallen below them.
 */
final class LossChart {
    private static final int EIGHTHS = 8;
    private static final int AXIS_WIDTH = 5;
    private static final int MIN_ROWS_WITH_STEPS = 5;
    private static final int MIN_COLUMNS_FOR_NAMES = 36;
    private static final int MIN_COLUMNS_FOR_LOSSES = 56;
    private static final int COLUMNS_PER_STEP_LABEL = 12;
    private static final double MARKS_ACROSS = 16;
    private static final double MIN_RANGE = 0.01;

    /** A curve that reaches so many times as far as blind guessing has no use for lines of n-grams. */
    private static final double MAX_REACH = 5;

    private final TerminalStyle style;
    private final List<Point> losses;
    private final List<Point> validations;
    private final List<ReferenceLine> lines;
    private final long lastStep;

    private record ReferenceLine(double nats, String name) {
        String label(int columns) {
            return columns < MIN_COLUMNS_FOR_LOSSES ? name : String.format(Locale.ROOT, "%s %.2f", name, nats);
        }
    }

    /**
     * The values the rows cover.
     *
     * @param low at the lower edge of the lowest row
     * @param high at the upper edge of the highest one
     */
    private record LossSpan(double low, double high, int rows) {
        double at(double value) {
            return (value - low) / (high - low) * rows;
        }

        /** Counted from the top. */
        int row(double value) {
            return rows - 1 - (int) Math.min(rows - 1, Math.max(0, Math.floor(at(value))));
        }
    }

    /** @param ngrams what counting reaches on the same text, or null */
    LossChart(Curves.View curves, @Nullable NGramLosses ngrams, TerminalStyle style) {
        this.style = style;
        losses = finite(curves.trainLoss());
        validations = finite(curves.validationLoss());
        lastStep =
                Math.max(1, losses.isEmpty() ? 1 : losses.get(losses.size() - 1).step());
        lines = ngrams == null ? List.of() : lines(ngrams);
    }

    private static List<Point> finite(List<Point> points) {
        return points.stream().filter(point -> Double.isFinite(point.mean())).toList();
    }

    private List<ReferenceLine> lines(NGramLosses ngrams) {
        boolean useful = losses.stream().allMatch(point -> point.mean() < MAX_REACH * ngrams.uniform());
        List<ReferenceLine> all = new ArrayList<>();
        for (int order = 0; useful && order <= ngrams.highest(); order++) {
            all.add(new ReferenceLine(ngrams.nats().get(order), order == 0 ? "ln V" : NGramLosses.name(order)));
        }
        return all;
    }

    /** Exactly so many rows, none wider than so many columns. */
    List<AttributedString> draw(int columns, int rows) {
        if (rows < 1) {
            return List.of();
        }
        CellGrid grid = new CellGrid(columns, rows);
        if (losses.isEmpty()) {
            grid.put(rows / 2, 0, "The curve begins with the first step.", style.quiet());
            return grid.lines();
        }
        int plotRows = rows >= MIN_ROWS_WITH_STEPS ? rows - 1 : rows;
        int left = Math.min(AXIS_WIDTH, columns / 3);
        int right = labelWidth(columns);
        double[] values = columns(losses, columns - left - right, lastStep);
        LossSpan range = range(values, plotRows);
        drawAxis(grid, range, left);
        drawCurve(grid, range, left, values);
        drawLines(grid, range, left, columns - right);
        drawValidations(grid, range, left, values);
        drawLabels(grid, range, columns);
        if (plotRows < rows) {
            drawSteps(grid, plotRows, left, columns - right);
        }
        return grid.lines();
    }

    private int labelWidth(int columns) {
        return columns < MIN_COLUMNS_FOR_NAMES || lines.isEmpty()
                ? 0
                : 1
                        + lines.stream()
                                .mapToInt(line -> line.label(columns).length())
                                .max()
                                .orElse(0);
    }

    /** From a mark below everything to a mark above it, so that the axis does not move with every step. */
    private LossSpan range(double[] values, int rows) {
        double[] all = DoubleStream.concat(
                        DoubleStream.of(values),
                        Stream.concat(
                                        lines.stream().map(ReferenceLine::nats),
                                        validations.stream().map(Point::mean))
                                .mapToDouble(Double::doubleValue))
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        double step = Ticks.step(Math.max(high - low, MIN_RANGE) / MARKS_ACROSS);
        double from = Math.max(0, Math.floor(low / step - 0.5) * step);
        return new LossSpan(from, Math.max(Math.ceil(high / step) * step, from + step), rows);
    }

    private void drawAxis(CellGrid grid, LossSpan range, int width) {
        double step = stepOfAtLeast((range.high() - range.low()) / Math.max(1, range.rows() / 2.0));
        for (double mark : Ticks.multiples(range.low(), range.high(), step)) {
            String label = markLabel(mark, step);
            if (label.length() < width && mark < range.high()) {
                grid.put(range.row(mark), width - 1 - label.length(), label, style.quiet());
            }
        }
    }

    /** So that two marks are never nearer to each other than the rough step. */
    private static double stepOfAtLeast(double rough) {
        double step = Ticks.step(rough);
        return step < rough ? Ticks.step(2 * step) : step;
    }

    private static String markLabel(double mark, double step) {
        return step >= 1 ? RunFigures.count(mark) : String.format(Locale.ROOT, step < 0.1 ? "%.2f" : "%.1f", mark);
    }

    private void drawCurve(CellGrid grid, LossSpan range, int left, double[] values) {
        for (int column = 0; column < values.length; column++) {
            int filled = (int) Math.max(1, Math.round(range.at(values[column]) * EIGHTHS));
            for (int row = 0; row < range.rows(); row++) {
                int eighths = Math.min(EIGHTHS, filled - (range.rows() - 1 - row) * EIGHTHS);
                if (eighths > 0) {
                    grid.put(row, left + column, style.block(eighths), style.curve());
                }
            }
        }
    }

    private void drawLines(CellGrid grid, LossSpan range, int from, int to) {
        for (ReferenceLine line : lines) {
            int row = range.row(line.nats());
            for (int column = from; column < to; column++) {
                if (grid.at(row, column) == ' ' && column % 2 == to % 2) {
                    grid.put(row, column, style.dash(), style.quiet());
                }
            }
        }
    }

    private void drawValidations(CellGrid grid, LossSpan range, int left, double[] values) {
        for (Point validation : validations) {
            int column = column(validation.step(), values.length, lastStep);
            int row = range.row(validation.mean());
            boolean onCurve = grid.at(row, left + column) == style.block(EIGHTHS);
            grid.put(row, left + column, style.point(), onCurve ? style.validationOnCurve() : style.validation());
        }
    }

    /** Each label at its line or the row below; where lower orders have taken both it is left out. */
    private void drawLabels(CellGrid grid, LossSpan range, int columns) {
        int right = labelWidth(columns);
        if (right == 0) {
            return;
        }
        boolean[] taken = new boolean[range.rows()];
        for (ReferenceLine line : lines) {
            int at = range.row(line.nats());
            IntStream.of(at, at + 1)
                    .filter(row -> row < taken.length && !taken[row])
                    .findFirst()
                    .ifPresent(row -> {
                        taken[row] = true;
                        grid.put(row, columns - right + 1, line.label(columns), style.quiet());
                    });
        }
    }

    /** The first and the last step at their ends, and round numbers between them where there is room. */
    private void drawSteps(CellGrid grid, int row, int from, int to) {
        String last = RunFigures.count(lastStep);
        int end = to - last.length();
        grid.put(row, end, last, style.quiet());
        int free = from;
        double every =
                stepOfAtLeast(Math.max(1, lastStep / Math.max(1, (double) (to - from) / COLUMNS_PER_STEP_LABEL)));
        for (double mark : Ticks.multiples(every, lastStep, every)) {
            String label = RunFigures.count(mark);
            int column = from + column((long) mark, to - from, lastStep) - label.length() / 2;
            if (mark == Math.rint(mark) && mark < lastStep && column >= free && column + label.length() + 1 < end) {
                grid.put(row, column, label, style.quiet());
                free = column + label.length() + 2;
            }
        }
    }

    /**
     * A value for each column, which share the steps from 0 to the last one evenly: the mean of the points in it, and where a column has none, the value on the line between its neighbors.
     *
     * @param points at least one, by step
     */
    static double[] columns(List<Point> points, int columns, long lastStep) {
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

    private static int column(long step, int columns, long lastStep) {
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
