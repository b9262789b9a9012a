package unroll.ui.chart;

import java.util.List;
import java.util.Locale;
import unroll.message.Formats;
import unroll.session.plot.XAxis;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;

/** What the charts say about the place under the pointer; the loss is the smoothed one. */
final class Readings {
    private Readings() {}

    static String loss(Curves.View curves, XAxis axis, double x) {
        if (curves.trainLoss().isEmpty()) {
            return "";
        }
        Point point = nearest(curves.trainLoss(), axis, x);
        String text = String.format(
                Locale.ROOT,
                "%s%nloss %s nats · %.3f bits",
                place(point),
                Formats.loss(point.smoothed()),
                Formats.bits(point.smoothed()));
        if (curves.validationLoss().isEmpty()) {
            return text;
        }
        Point validation = nearest(curves.validationLoss(), axis, x);
        return text
                + "%nvalidation %s nats at step %s"
                        .formatted(Formats.loss(validation.mean()), Formats.count(validation.step()));
    }

    static String gradient(Curves.View curves, XAxis axis, double x) {
        if (curves.gradientNorm().isEmpty()) {
            return "";
        }
        Point point = nearest(curves.gradientNorm(), axis, x);
        return String.format(Locale.ROOT, "%s%ngradient norm %s", place(point), Formats.number(point.mean()));
    }

    static String accuracy(Curves.View curves, XAxis axis, double x) {
        if (curves.accuracy().isEmpty()) {
            return "";
        }
        Point point = nearest(curves.accuracy(), axis, x);
        String text = String.format(Locale.ROOT, "%s%n%.1f %% of characters right", place(point), 100 * point.mean());
        if (curves.exactMatch().isEmpty()) {
            return text;
        }
        Point exact = nearest(curves.exactMatch(), axis, x);
        return text + String.format(Locale.ROOT, "%n%.1f %% of examples fully correct", 100 * exact.mean());
    }

    static String realWords(Curves.View curves, XAxis axis, double x) {
        if (curves.realWords().isEmpty()) {
            return "";
        }
        Point point = nearest(curves.realWords(), axis, x);
        return String.format(Locale.ROOT, "%s%n%.0f %% real words", place(point), 100 * point.mean());
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
