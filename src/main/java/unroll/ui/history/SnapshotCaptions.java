package unroll.ui.history;

import java.util.List;
import java.util.Locale;
import unroll.message.Formats;
import unroll.message.Wording;
import unroll.session.history.Snapshots;
import unroll.session.history.Snapshots.Moment;
import unroll.session.run.Curves;
import unroll.session.state.Status;

/** What the page says about a moment and about all of them. */
final class SnapshotCaptions {
    private SnapshotCaptions() {}

    /** Step 1,200 of 8,000 · 0:45 · training loss 1.930 · validation 2.010. */
    static String of(Moment moment, Status status, Curves.View curves) {
        StringBuilder words = new StringBuilder("Step %s of %s · %s"
                .formatted(
                        Formats.count(moment.step()),
                        Formats.count(Math.max(moment.step(), status.metrics().step())),
                        Formats.duration(moment.metrics().seconds())));
        if (moment.step() == 0) {
            words.append(" · not trained yet");
        }
        if (!Double.isNaN(moment.metrics().losses().train())) {
            words.append(" · training loss ")
                    .append(Formats.loss(moment.metrics().losses().train()));
        }
        if (!Double.isNaN(moment.metrics().losses().validation())) {
            words.append(" · validation ")
                    .append(Formats.loss(moment.metrics().losses().validation()));
        }
        double accuracy = lastUpTo(moment.step(), curves.accuracy());
        boolean answers = status.settings().task().writing().isEmpty();
        if (answers && !Double.isNaN(accuracy)) {
            words.append(String.format(Locale.ROOT, " · %.0f %% of answers right", 100 * accuracy));
        }
        return words.toString();
    }

    private static double lastUpTo(long step, List<Curves.Point> points) {
        double last = Double.NaN;
        for (Curves.Point point : points) {
            last = point.step() <= step ? point.mean() : last;
        }
        return last;
    }

    /** How many there are and what they take. */
    static String of(Snapshots moments) {
        return moments.kept().isEmpty()
                ? ""
                : Wording.count(moments.kept().size(), "snapshot") + ", " + Formats.bytes(moments.bytes()) + " on disk";
    }
}
