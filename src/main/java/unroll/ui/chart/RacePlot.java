package unroll.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.session.run.Curves.Point;
import unroll.ui.chart.Drawing.Guide;
import unroll.ui.chart.Drawing.Line;
import unroll.ui.control.Formats;

/** The losses of a few networks over each other. */
final class RacePlot {
    /** What is worse than guessing by this factor has run away, and leaves the chart at its top. */
    private static final double MOST = 1.25;

    private RacePlot() {}

    /**
     * The smoothed training losses as lines, the validation losses as marks.
     *
     * @param guessing ln V, nats per character
     */
    static Optional<Drawing> of(List<RacingCurve> racers, XAxis foot, double guessing) {
        List<Line> lines = new ArrayList<>();
        double last = 0;
        for (int place = 0; place < racers.size(); place++) {
            RacingCurve racer = racers.get(place);
            RacingCurve.Style style = RacingCurve.Style.of(place);
            List<Point> training = racer.curves().trainLoss();
            List<Point> validation = racer.curves().validationLoss();
            double[] x = Plots.values(training, foot::of);
            lines.add(new Line(style.ink(), style.training(), x, Plots.values(training, Point::smoothed)));
            lines.add(new Line(
                    style.ink(),
                    style.validation(),
                    Plots.values(validation, foot::of),
                    Plots.values(validation, Point::mean)));
            last = Math.max(last, Plots.largest(x));
        }
        if (!(last > 0)) {
            return Optional.empty();
        }
        double low = lines.stream()
                .mapToDouble(line -> Plots.smallest(line.y()))
                .min()
                .orElse(0);
        double high = lines.stream()
                .mapToDouble(line -> Plots.largest(line.y()))
                .max()
                .orElse(guessing);
        double top = Math.max(guessing, Math.min(high, MOST * guessing));
        return Optional.of(new Drawing(
                foot.axisTitle(),
                new Axis(Axis.Scale.LINEAR, 0, last),
                Plots.lossAxis(Axis.Scale.LINEAR, Math.min(low, 0.9 * guessing), top),
                List.of(),
                lines,
                List.of(new Guide(guessing, String.format(Locale.ROOT, "guessing: ln V = %.2f", guessing)))));
    }

    /** What is said about a place along the foot. */
    static String reading(List<RacingCurve> racers, XAxis foot, double x) {
        StringBuilder words = new StringBuilder();
        for (RacingCurve racer : racers) {
            List<Point> training = racer.curves().trainLoss();
            if (!training.isEmpty()) {
                Point point = Readings.nearest(training, foot, x);
                words.append(words.isEmpty() ? "" : "\n").append(line(racer, foot, point));
            }
        }
        return words.toString();
    }

    private static String line(RacingCurve racer, XAxis foot, Point training) {
        List<Point> validation = racer.curves().validationLoss();
        String words = "%s, step %s: %s"
                .formatted(racer.name(), Formats.count(training.step()), Formats.loss(training.mean()));
        return validation.isEmpty()
                ? words
                : "%s · validation %s"
                        .formatted(
                                words,
                                Formats.loss(Readings.nearest(validation, foot, foot.of(training))
                                        .mean()));
    }
}
