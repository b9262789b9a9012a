package unroll.ui.history;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Slider;
import org.jspecify.annotations.Nullable;
import unroll.session.history.Snapshots.Moment;
import unroll.ui.control.Tips;

/** One place for each moment of a run. The chosen one stays chosen while others come and go. */
final class MomentSlider extends Slider {
    private final Consumer<Moment> chosen;
    private List<Moment> moments = List.of();
    private @Nullable Moment moment;
    private boolean adjusting;

    /** @param chosen gets the moment whenever it is another one, whoever chose it */
    MomentSlider(Consumer<Moment> chosen) {
        super(0, 0, 0);
        this.chosen = chosen;
        setId("moment-slider");
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
    void offer(List<Moment> now) {
        moments = now;
        Moment before = moment;
        int index = before == null ? now.size() - 1 : nearest(before.step());
        adjusting = true;
        setMax(Math.max(0, now.size() - 1));
        setValue(Math.max(0, index));
        adjusting = false;
        setDisable(now.isEmpty());
        if (now.isEmpty()) {
            moment = null;
        } else {
            choose(index);
        }
    }

    /** Goes to the moment nearest to a step. */
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
    Moment moment() {
        return moment;
    }

    private void choose(int index) {
        if (index >= 0 && index < moments.size() && !moments.get(index).equals(moment)) {
            Moment now = moments.get(index);
            moment = now;
            chosen.accept(now);
        }
    }

    private int nearest(long step) {
        int best = moments.isEmpty() ? -1 : 0;
        for (int i = 1; i < moments.size(); i++) {
            if (Math.abs(moments.get(i).step() - step)
                    < Math.abs(moments.get(best).step() - step)) {
                best = i;
            }
        }
        return best;
    }
}
