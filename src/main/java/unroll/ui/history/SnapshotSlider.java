package unroll.ui.history;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Slider;
import org.jspecify.annotations.Nullable;
import unroll.session.history.Snapshots.Snapshot;
import unroll.ui.control.Tips;

/** One place for each snapshot of a run. The chosen one stays chosen while others come and go. */
final class SnapshotSlider extends Slider {
    private final Consumer<Snapshot> chosen;
    private List<Snapshot> snapshots = List.of();
    private @Nullable Snapshot snapshot;
    private boolean adjusting;

    /** @param chosen gets the snapshot whenever it is another one, whoever chose it */
    SnapshotSlider(Consumer<Snapshot> chosen) {
        super(0, 0, 0);
        this.chosen = chosen;
        setId("snapshot-slider");
        setBlockIncrement(1);
        setMajorTickUnit(1);
        setMinorTickCount(0);
        setSnapToTicks(true);
        setAccessibleText("Snapshot of the run");
        Tips.on(
                this,
                "Goes through the snapshots of this run. Arrow keys go to the next one, Home to the first, End"
                        + " to the last.");
        valueProperty().subscribe(value -> {
            if (!adjusting) {
                choose((int) Math.round(value.doubleValue()));
            }
        });
    }

    /** Offers these; the chosen one stays, or the nearest to it does, or the last where none was. */
    void offer(List<Snapshot> now) {
        snapshots = now;
        Snapshot before = snapshot;
        int index = before == null ? now.size() - 1 : nearest(before.step());
        adjusting = true;
        setMax(Math.max(0, now.size() - 1));
        setValue(Math.max(0, index));
        adjusting = false;
        setDisable(now.isEmpty());
        if (now.isEmpty()) {
            snapshot = null;
        } else {
            choose(index);
        }
    }

    /** Goes to the snapshot nearest to a step. */
    void seek(long step) {
        setValue(Math.max(0, nearest(step)));
    }

    /** Goes to a place from 0, the first, to 1, the last. */
    void seekShare(double share) {
        setValue(Math.round(share * getMax()));
    }

    /** Where it is, from 0 to 1. */
    double share() {
        return getMax() == 0 ? 0 : getValue() / getMax();
    }

    /** The chosen one; null where there is none. */
    @Nullable
    Snapshot snapshot() {
        return snapshot;
    }

    private void choose(int index) {
        if (index >= 0 && index < snapshots.size() && !snapshots.get(index).equals(snapshot)) {
            Snapshot now = snapshots.get(index);
            snapshot = now;
            chosen.accept(now);
        }
    }

    private int nearest(long step) {
        int best = snapshots.isEmpty() ? -1 : 0;
        for (int i = 1; i < snapshots.size(); i++) {
            if (Math.abs(snapshots.get(i).step() - step)
                    < Math.abs(snapshots.get(best).step() - step)) {
                best = i;
            }
        }
        return best;
    }
}
