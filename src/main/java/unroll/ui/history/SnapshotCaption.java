package unroll.ui.history;

import java.util.List;
import java.util.Locale;
import unroll.message.Formats;
import unroll.session.history.Snapshots.Snapshot;
import unroll.session.run.Curves;
import unroll.session.state.Status;

/** A snapshot in words. */
final class SnapshotCaption {
    private SnapshotCaption() {}

    /** Step 1,200 of 8,000 · 0:45 · training loss 1.930 · validation 2.010. */
    static String of(Snapshot snapshot, Status status, Curves.View curves) {
        StringBuilder words = new StringBuilder("Step %s of %s · %s"
                .formatted(
                        Formats.count(snapshot.step()),
                        Formats.count(Math.max(snapshot.step(), status.metrics().step())),
                        Formats.duration(snapshot.metrics().seconds())));
        if (snapshot.step() == 0) {
            words.append(" · not trained yet");
        }
        if (!Double.isNaN(snapshot.metrics().losses().train())) {
            words.append(" · training loss ")
                    .append(Formats.loss(snapshot.metrics().losses().train()));
        }
        if (!Double.isNaN(snapshot.metrics().losses().validation())) {
            words.append(" · validation ")
                    .append(Formats.loss(snapshot.metrics().losses().validation()));
        }
        double accuracy = lastUpTo(snapshot.step(), curves.accuracy());
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
}
