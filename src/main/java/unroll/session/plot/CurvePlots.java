package unroll.session.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import unroll.message.Formats;
import unroll.message.Wording;
import unroll.plot.Axis;
import unroll.plot.Ink;
import unroll.plot.Marker;
import unroll.plot.Plot;
import unroll.plot.Plot.Band;
import unroll.plot.Plot.Curve;
import unroll.plot.Plot.Mark;
import unroll.plot.Plot.Points;
import unroll.plot.Plot.Reference;
import unroll.plot.Plot.Stroke;
import unroll.plot.Plot.Titles;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;
import unroll.train.Clipping;

/** From the curves of a run to charts: loss, gradient norm and accuracy. */
public final class CurvePlots {
    /** Of charts that stand below each other. */
    private static final Plot.Margins MARGINS = new Plot.Margins(3.4, 10.8);

    /** A clipping threshold up to this many times the largest norm is drawn in its place; a farther one is only named. */
    private static final double NEAR = 2.5;

    /** Nats that the loss chart covers at least, so that the first steps do not look like mountains. */
    private static final double MIN_SPAN = 0.5;

    private static final double HEADROOM = 0.06;
    private static final double PERCENT = 100;
    private static final Axis PERCENTS = new Axis(Axis.AxisScale.LINEAR, -PERCENT * HEADROOM, PERCENT * (1 + HEADROOM));
    private static final String LOSS_UNIT = "nats per character";
    private static final String RANGE = "min–max per pixel";

    private CurvePlots() {}

    /**
     * How the charts are to be drawn.
     *
     * @param x what the horizontal axis counts
     * @param scale of the loss
     */
    public record Options(XAxis x, Axis.AxisScale scale) {}

    /**
     * The loss, smoothed over raw, with the validation points and the loss of guessing.
     *
     * @param symbols V, that the network chooses among; 0 where that is not known
     */
    public static Optional<Plot> loss(Curves.View curves, Options options, int symbols) {
        List<Point> points = curves.trainLoss();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double guessing = symbols > 1 ? Math.log(symbols) : Double.NaN;
        double[] x = values(points, options.x()::of);
        double[] mean = values(points, Point::mean);
        double[] validation = values(curves.validationLoss(), Point::mean);
        double[] all = {smallest(mean), smallest(validation), largest(mean), largest(validation), guessing};
        double high = largest(all);
        double low = Math.min(smallest(all), high - MIN_SPAN);
        List<Mark> marks = new ArrayList<>(symbols > 1 ? List.of(guessing(symbols)) : List.of());
        marks.addAll(measured(Ink.BLUE, x, points));
        marks.add(new Points(
                "validation",
                Ink.ORANGE,
                Marker.DIAMOND,
                values(curves.validationLoss(), options.x()::of),
                validation));
        return Optional.of(plot(options, LOSS_UNIT, x, lossAxis(options.scale(), low, high), marks));
    }

    /**
     * Earlier runs, to be drawn gray behind the present one.
     *
     * @param stressed which of them is drawn strong; -1 for none
     * @param whole whether that one is to be seen to its end; otherwise the axes are those of the present run
     */
    public record Earlier(List<Curves.View> runs, int stressed, boolean whole) {}

    /** The loss of the present run, where there is one, over the smoothed losses of earlier ones. */
    public static Optional<Plot> loss(Optional<Plot> present, Earlier earlier, Options options) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < earlier.runs().size(); i++) {
            List<Point> points = earlier.runs().get(i).trainLoss();
            curves.add(new Curve(
                    i == 0 ? Wording.plural(earlier.runs().size(), "earlier run") : "",
                    Ink.TEXT,
                    i == earlier.stressed() ? Stroke.STRONG : Stroke.FAINT,
                    values(points, options.x()::of),
                    values(points, Point::smoothed)));
        }
        if (present.isPresent()) {
            Optional<Plot> over = present.map(plot -> plot.over(curves));
            return earlier.whole() && earlier.stressed() >= 0
                    ? over.map(plot -> plot.reaching(axesOf(List.of(curves.get(earlier.stressed())), options)))
                    : over;
        }
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(axesOf(curves, options).over(curves));
    }

    /** A chart without marks that holds these curves. */
    private static Plot axesOf(List<Curve> curves, Options options) {
        double[] x = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .sorted()
                .toArray();
        double[] y = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.y()))
                .toArray();
        double high = largest(y);
        Axis losses = lossAxis(options.scale(), Math.min(smallest(y), high - MIN_SPAN), high);
        return plot(options, LOSS_UNIT, x, losses, List.of());
    }

    private static List<Mark> measured(Ink ink, double[] x, List<Point> points) {
        return List.of(
                new Band(RANGE, ink, x, values(points, Point::low), values(points, Point::high)),
                new Curve("", ink, Stroke.FAINT, x, values(points, Point::mean)),
                new Curve("smoothed", ink, Stroke.STRONG, x, values(points, Point::smoothed)));
    }

    /** @param unit of the vertical axis */
    private static Plot plot(Options options, String unit, double[] x, Axis y, List<Mark> marks) {
        Axis across = options.x().upTo(x[x.length - 1]);
        return new Plot(new Titles(options.x().axisTitle(), unit), across, y, marks, MARGINS);
    }

    /** The loss of guessing at random among so many symbols. */
    public static Reference guessing(int symbols) {
        String nats = Formats.fixed(Math.log(symbols), 2);
        return new Reference(
                Math.log(symbols),
                String.format(Locale.ROOT, "random guessing\n(ln %d = %s)", symbols, nats),
                String.format(
                        Locale.ROOT,
                        "Guessing at random among %d symbols costs ln %d = %s nats a character.",
                        symbols,
                        symbols,
                        nats),
                false);
    }

    /** The gradient norm before clipping, and the threshold of clipping. */
    public static Optional<Plot> gradient(Curves.View curves, Options options, Clipping clipping) {
        List<Point> points = curves.gradientNorm();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double[] x = values(points, options.x()::of);
        double largest = Math.max(largest(values(points, Point::high)), 1e-9);
        List<Mark> marks = new ArrayList<>();
        double top = largest;
        if (clipping.kind() == Clipping.ClippingKind.NORM) {
            boolean near = clipping.limit() <= NEAR * largest;
            top = near ? Math.max(largest, clipping.limit()) : largest;
            marks.add(threshold(clipping.limit(), near));
        }
        marks.addAll(measured(Ink.GREEN, x, points));
        return Optional.of(plot(options, "", x, new Axis(Axis.AxisScale.LINEAR, 0, top * (1 + HEADROOM)), marks));
    }

    private static Reference threshold(double limit, boolean near) {
        String number = Formats.number(limit);
        return new Reference(
                limit,
                (near ? "clipping\nthreshold %s" : "clipping\nthreshold %s\n(off scale)").formatted(number),
                "A gradient with a norm above %s is scaled down to it.".formatted(number),
                false);
    }

    /** Accuracy, and exact match where there are examples, in percent of the validation part. */
    public static Optional<Plot> accuracy(Curves.View curves, Options options) {
        if (curves.accuracy().isEmpty()) {
            return Optional.empty();
        }
        // The x axis of the loss above, so that places below each other are the same moment.
        List<Point> whole = curves.trainLoss().isEmpty() ? curves.accuracy() : curves.trainLoss();
        return Optional.of(plot(
                options,
                "%",
                values(whole, options.x()::of),
                PERCENTS,
                List.of(
                        percent("exact match", Ink.PURPLE, Marker.SQUARE, curves.exactMatch(), options),
                        percent("characters right", Ink.ORANGE, Marker.DIAMOND, curves.accuracy(), options))));
    }

    /** How many of the words of each live sample are real, in percent, where they are written in words. */
    public static Optional<Plot> realWords(Curves.View curves, Options options) {
        if (curves.realWords().isEmpty() || curves.trainLoss().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(plot(
                options,
                "%",
                values(curves.trainLoss(), options.x()::of),
                // Room for whole markers at 0 and 100 in a low strip.
                new Axis(Axis.AxisScale.LINEAR, -0.2 * PERCENT, 1.15 * PERCENT),
                List.of(percent("", Ink.PURPLE, Marker.SQUARE, curves.realWords(), options))));
    }

    private static Points percent(String name, Ink ink, Marker marker, List<Point> points, Options options) {
        return new Points(name, ink, marker, values(points, options.x()::of), values(points, p -> PERCENT * p.mean()));
    }

    /** An axis for losses between two, with some room around them. */
    public static Axis lossAxis(Axis.AxisScale scale, double low, double high) {
        double padding = Math.max((high - low) * HEADROOM, 1e-3);
        double floor = scale == Axis.AxisScale.LOG ? Math.max(low, 1e-6) * 0.94 : Math.max(0, low - padding);
        return new Axis(scale, floor, high + padding);
    }

    /** One number of each point. */
    public static double[] values(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }

    /** Of those that are finite; negative infinity where none is. */
    public static double largest(double[] values) {
        return finite(values).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /** Of those that are finite; infinity where none is. */
    public static double smallest(double[] values) {
        return finite(values).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static DoubleStream finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite);
    }
}
