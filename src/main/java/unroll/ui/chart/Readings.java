package unroll.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import unroll.message.Formats;
import unroll.session.plot.XAxis;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;

/** What the charts say about the place under the pointer; the loss is the smoothed one. */
final class Readings {
    private Readings() {}

    static String loss(Curves.View curves, XAxis axis, double x) {
        String text = reading(
                curves.trainLoss(),
                axis,
                x,
                point -> "loss %s nats · %s bits"
                        .formatted(Formats.loss(point.smoothed()), Formats.fixed(Formats.bits(point.smoothed()), 3)));
        if (text.isEmpty() || curves.validationLoss().isEmpty()) {
            return text;
        }
        Point validation = nearest(curves.validationLoss(), axis, x);
        return text
                + "%nvalidation %s nats at step %s"
                        .formatted(Formats.loss(validation.mean()), Formats.count(validation.step()));
    }

    static String gradient(Curves.View curves, XAxis axis, double x) {
        return reading(curves.gradientNorm(), axis, x, point -> "gradient norm " + Formats.number(point.mean()));
    }

    static String accuracy(Curves.View curves, XAxis axis, double x) {
        String text = reading(curves.accuracy(), axis, x, point -> percent(point) + " of characters right");
        return text.isEmpty() || curves.exactMatch().isEmpty()
                ? text
                : "%s%n%s of examples fully correct".formatted(text, percent(nearest(curves.exactMatch(), axis, x)));
    }

    static String realWords(Curves.View curves, XAxis axis, double x) {
        return reading(
                curves.realWords(),
                axis,
                x,
                point -> String.format(Locale.ROOT, "%.0f %% real words", 100 * point.mean()));
    }

    private static String percent(Point point) {
        return Formats.percent(point.mean());
    }

    /** What is said about the nearest point, below its place; nothing where there is no point. */
    private static String reading(List<Point> points, XAxis axis, double x, Function<Point, String> words) {
        if (points.isEmpty()) {
            return "";
        }
        Point point = nearest(points, axis, x);
        return "%s%n%s".formatted(place(point), words.apply(point));
    }

    static String place(Point point) {
        return String.format(
                Locale.ROOT,
                "step %,d · epoch %.2f · %s",
                point.step(),
                point.epoch(),
                Formats.duration(point.seconds()));
    }

    static Point nearest(List<Point> points, XAxis axis, double x) {
        Point best = points.get(0);
        for (Point point : points) {
            if (Math.abs(axis.of(point) - x) < Math.abs(axis.of(best) - x)) {
                best = point;
            }
        }
        return best;
    }
}
