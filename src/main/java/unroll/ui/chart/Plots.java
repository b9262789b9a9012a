package unroll.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;
import unroll.train.Clipping;
import unroll.ui.chart.Drawing.Band;
import unroll.ui.chart.Drawing.Guide;
import unroll.ui.chart.Drawing.Ink;
import unroll.ui.chart.Drawing.Line;
import unroll.ui.chart.Drawing.Stroke;

/** From curves to drawings. */
final class Plots {
    /** A clip limit up to this many times the largest norm is drawn in its place; a farther one is only named. */
    private static final double NEAR = 2.5;

    /** Nats that the loss chart covers at least, so that the first steps do not look like mountains. */
    private static final double MIN_SPAN = 0.5;

    private static final double HEADROOM = 0.06;
    private static final double PERCENT = 100;

    private Plots() {}

    /**
     * How the charts are to be drawn.
     *
     * @param x what the foot counts
     * @param scale of the loss
     */
    record Options(XAxis x, Axis.Scale scale) {}

    /**
     * The loss, smoothed over raw, with the validation points and the loss of guessing.
     *
     * @param guessing ln V, nats per character
     */
    static Optional<Drawing> loss(Curves.View curves, Options options, double guessing) {
        List<Point> points = curves.trainLoss();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double[] x = values(points, options.x()::of);
        double[] mean = values(points, Point::mean);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Ink.LOSS, Stroke.FAINT, x, mean));
        lines.add(new Line(Ink.LOSS, Stroke.STRONG, x, values(points, Point::smoothed)));
        double[] validation = values(curves.validationLoss(), Point::mean);
        lines.add(new Line(
                Ink.VALIDATION, Stroke.DIAMONDS, values(curves.validationLoss(), options.x()::of), validation));
        double high = Math.max(guessing, Math.max(largest(mean), largest(validation)));
        double low = Math.min(smallest(mean), Math.min(smallest(validation), guessing - MIN_SPAN));
        return Optional.of(new Drawing(
                options.x().axisTitle(),
                foot(x),
                lossAxis(options.scale(), low, high),
                List.of(band(Ink.LOSS, x, points)),
                lines,
                List.of(new Guide(guessing, String.format(Locale.ROOT, "guessing: ln V = %.2f", guessing)))));
    }

    /** The gradient norm before clipping, and the norm it is clipped to. */
    static Optional<Drawing> gradient(Curves.View curves, Options options, Clipping clipping) {
        List<Point> points = curves.gradientNorm();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double[] x = values(points, options.x()::of);
        double[] mean = values(points, Point::mean);
        double largest = Math.max(largest(values(points, Point::high)), 1e-9);
        boolean clips = clipping.kind() == Clipping.Kind.NORM;
        boolean near = clips && clipping.limit() <= NEAR * largest;
        double top = (near ? Math.max(largest, clipping.limit()) : largest) * (1 + HEADROOM);
        List<Guide> guides = clips
                ? List.of(new Guide(
                        clipping.limit(),
                        (near ? "clipped to %s" : "clipped to %s, above this chart")
                                .formatted(Axis.label(clipping.limit()))))
                : List.of();
        return Optional.of(new Drawing(
                options.x().axisTitle(),
                foot(x),
                new Axis(Axis.Scale.LINEAR, 0, top),
                List.of(band(Ink.GRADIENT, x, points)),
                List.of(
                        new Line(Ink.GRADIENT, Stroke.FAINT, x, mean),
                        new Line(Ink.GRADIENT, Stroke.STRONG, x, values(points, Point::smoothed))),
                guides));
    }

    /** Accuracy, and exact match where there are examples, in percent of the validation part. */
    static Optional<Drawing> accuracy(Curves.View curves, Options options) {
        if (curves.accuracy().isEmpty()) {
            return Optional.empty();
        }
        // The foot of the loss above, so that places below each other are the same moment.
        List<Point> whole = curves.trainLoss().isEmpty() ? curves.accuracy() : curves.trainLoss();
        return Optional.of(new Drawing(
                options.x().axisTitle(),
                foot(values(whole, options.x()::of)),
                new Axis(Axis.Scale.LINEAR, -PERCENT * HEADROOM, PERCENT * (1 + HEADROOM)),
                List.of(),
                List.of(
                        percent(Ink.EXACT, Stroke.SQUARES, curves.exactMatch(), options),
                        percent(Ink.VALIDATION, Stroke.DIAMONDS, curves.accuracy(), options)),
                List.of()));
    }

    private static Line percent(Ink ink, Stroke stroke, List<Point> points, Options options) {
        return new Line(ink, stroke, values(points, options.x()::of), values(points, p -> PERCENT * p.mean()));
    }

    static Axis foot(double[] x) {
        double last = x[x.length - 1];
        return new Axis(Axis.Scale.LINEAR, 0, last > 0 ? last : 1);
    }

    static Axis lossAxis(Axis.Scale scale, double low, double high) {
        double room = Math.max((high - low) * HEADROOM, 1e-3);
        double floor = scale == Axis.Scale.LOG ? Math.max(low, 1e-6) * 0.94 : Math.max(0, low - room);
        return new Axis(scale, Math.max(floor, scale == Axis.Scale.LOG ? 1e-6 : 0), high + room);
    }

    private static Band band(Ink ink, double[] x, List<Point> points) {
        return new Band(ink, x, values(points, Point::low), values(points, Point::high));
    }

    static double[] values(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }

    static double largest(double[] values) {
        return finite(values).max().orElse(Double.NEGATIVE_INFINITY);
    }

    static double smallest(double[] values) {
        return finite(values).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static DoubleStream finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite);
    }
}
