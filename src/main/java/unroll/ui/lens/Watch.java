package unroll.ui.lens;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import unroll.session.Inspection;
import unroll.session.Phase;
import unroll.session.Scene;
import unroll.session.Status;
import unroll.ui.desk.Desk;
import unroll.ui.desk.FxThread;

/**
 * Has something worked out from the model again and again while it learns, in the background: once a second at most, and
 * with pauses several times as long as the work, so that training hardly notices. Nothing is worked out while nobody looks.
 */
final class Watch<T> {
    private static final long LEAST_NANOS = 1_000_000_000L;
    /** Pauses as multiples of the work: it takes a fifth of one core at most. */
    private static final int PAUSES = 4;

    private static final long NONE = -1;

    private final Desk desk;
    private final Inspection inspection;
    private final Function<Scene, T> work;
    private final Outcome<T> outcome;
    private boolean seen;
    private boolean held;
    private boolean working;
    private long step = NONE;
    private long due = System.nanoTime();

    /**
     * What to do with the results, on the FX thread.
     *
     * @param shown gets what was worked out
     * @param refused gets the sentence that says why it cannot be
     */
    record Outcome<T>(Consumer<T> shown, Consumer<String> refused) {}

    Watch(Desk desk, Inspection inspection, Function<Scene, T> work, Outcome<T> outcome) {
        this.desk = desk;
        this.inspection = inspection;
        this.work = work;
        this.outcome = outcome;
        desk.statusProperty().subscribe(status -> look());
    }

    /** Works only while this is true. */
    void whileSeen(ObservableValue<Boolean> value) {
        value.subscribe(now -> {
            seen = Boolean.TRUE.equals(now);
            look();
        });
    }

    /** Leaves what is shown as it is until it is let go. */
    void hold(boolean value) {
        held = value;
        look();
    }

    private void look() {
        Status status = desk.status();
        if (!desk.hasTrainedModel()) {
            step = NONE;
            return;
        }
        boolean early = status.phase() == Phase.RUNNING && System.nanoTime() < due;
        if (seen && !held && !working && !early && status.step() != step) {
            begin(status.step());
        }
    }

    private void begin(long now) {
        working = true;
        step = now;
        long began = System.nanoTime();
        FxThread.whenDone(
                inspection.of(work),
                result -> {
                    end(began);
                    if (!held) {
                        outcome.shown.accept(result);
                    }
                    look();
                },
                failed -> {
                    end(began);
                    outcome.refused.accept(String.valueOf(failed.getMessage()));
                });
    }

    private void end(long began) {
        working = false;
        long took = System.nanoTime() - began;
        due = System.nanoTime() + Math.max(LEAST_NANOS, PAUSES * took);
    }
}
