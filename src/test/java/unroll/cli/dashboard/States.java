package unroll.cli.dashboard;

import java.util.List;
import java.util.stream.LongStream;
import unroll.cli.dashboard.DashboardState.Footer;
import unroll.cli.dashboard.DashboardState.Writing;
import unroll.lens.ngram.NGramLosses;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;
import unroll.session.run.Phase;
import unroll.session.run.RunProgress;
import unroll.train.RunMetrics;

/** States of the dashboard to draw. */
final class States {
    static final NGramLosses NGRAMS =
            new NGramLosses(List.of(4.2195, 3.0512, 2.4401, 1.9902, 1.8021, 1.7911, 1.8123), 100_000, 5_000);

    static final Curves.View NO_CURVES = new Curves.View(List.of(), List.of(), List.of(), List.of(), List.of());

    private States() {}

    /** A loss that falls from 4.2 to about 1.6 in so many steps, with a validation every 200. */
    static Curves.View curves(long steps) {
        List<Point> losses = LongStream.iterate(1, step -> step <= steps, step -> step + Math.max(1, steps / 400))
                .mapToObj(step -> point(step, loss(step)))
                .toList();
        List<Point> validations = LongStream.iterate(200, step -> step <= steps, step -> step + 200)
                .mapToObj(step -> point(step, loss(step) + 0.05))
                .toList();
        return new Curves.View(losses, List.of(), validations, List.of(), List.of());
    }

    private static double loss(long step) {
        return 1.5 + 2.7 * Math.exp(-step / 150.0) + 0.3 * Math.exp(-step / 900.0);
    }

    static Point point(long step, double loss) {
        return new Point(step, step / 40.0, step / 10.0, loss, loss, loss, loss);
    }

    /** Before the first step. */
    static DashboardState fresh() {
        RunProgress none = new RunProgress(Phase.READY, RunMetrics.untrained(0.002), null);
        return new DashboardState(
                "text.txt", none, Double.NaN, NO_CURVES, null, new Writing(0.8, "", "", false), new Footer("", null));
    }

    static DashboardState running(String text, Footer footer) {
        RunProgress progress = new RunProgress(
                Phase.RUNNING,
                new RunMetrics(
                        1234,
                        30.85,
                        123.4,
                        new RunMetrics.Losses(1.9377, 2.0693, 2.0511),
                        0.158,
                        0.002,
                        67_012.4,
                        61.2),
                null);
        return new DashboardState(
                "The Borrowed Bell, a verse drama \u00b7 LSTM, 2 layers of 128",
                progress,
                61.2,
                curves(1234),
                NGRAMS,
                new Writing(0.8, "step 1,200 \u00b7 loss 1.94", text, false),
                footer);
    }
}
