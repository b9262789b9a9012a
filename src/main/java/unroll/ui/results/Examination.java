package unroll.ui.results;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.session.Look;
import unroll.ui.desk.Desk;
import unroll.ui.desk.FxThread;

/**
 * Has a copy of the present network examined on another thread: one at a time, and not oftener than every few seconds, so that
 * training hardly notices. Lives on the FX thread.
 *
 * @param <T> what is found
 */
final class Examination<T> {
    private static final long SECONDS_BETWEEN = 3;
    private static final Executor LATER = CompletableFuture.delayedExecutor(SECONDS_BETWEEN, TimeUnit.SECONDS);

    private final Desk desk;
    private final BiFunction<Look, Measurement, T> work;
    private final Consumer<T> show;
    private final Consumer<String> fail;
    private @Nullable Measurement due;
    private boolean resting = true;

    /**
     * @param work on another thread, with a network that nobody changes
     * @param show what was found
     * @param fail with a sentence
     */
    Examination(Desk desk, BiFunction<Look, Measurement, T> work, Consumer<T> show, Consumer<String> fail) {
        this.desk = desk;
        this.work = work;
        this.show = show;
        this.fail = fail;
    }

    /** Examines the network that learns these data: now, or when the present examination has been over for a while. */
    void request(Measurement measurement) {
        due = measurement;
        if (resting) {
            begin(measurement);
        }
    }

    private void begin(Measurement measurement) {
        due = null;
        resting = false;
        CompletableFuture<T> found = desk.session().look().thenApplyAsync(look -> {
            if (!look.layout().equals(measurement.material().data().layout())) {
                throw new CancellationException("Another network is there by now.");
            }
            return work.apply(look, measurement);
        });
        FxThread.whenDone(found, show, thrown -> fail.accept(String.valueOf(thrown.getMessage())));
        FxThread.whenEnded(found, () -> FxThread.whenEnded(CompletableFuture.runAsync(() -> {}, LATER), this::rest));
    }

    private void rest() {
        resting = true;
        Measurement next = due;
        if (next != null) {
            begin(next);
        }
    }
}
