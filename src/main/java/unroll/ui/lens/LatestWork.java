package unroll.ui.lens;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.ui.model.FxThread;

/** Work in the background that a user begins: only what was begun last counts, and it can be stopped. */
public final class LatestWork {
    private final Runnable idle;
    private @Nullable CompletableFuture<?> work;

    /** @param idle runs when nothing is under way any more */
    public LatestWork(Runnable idle) {
        this.idle = idle;
    }

    public boolean isRunning() {
        return work != null;
    }

    public void cancel() {
        if (work != null) {
            work.cancel(true);
        }
    }

    /**
     * Takes the place of what is under way.
     *
     * @param refused gets the sentence that says why there is no result
     */
    public <T> void begin(CompletableFuture<T> begun, Consumer<T> done, Consumer<String> refused) {
        cancel();
        work = begun;
        FxThread.whenDone(
                begun, done, thrown -> refused.accept(Problem.of(thrown).sentence(Front.WINDOW)));
        FxThread.whenEnded(begun, () -> {
            if (work == begun) {
                work = null;
                idle.run();
            }
        });
    }
}
