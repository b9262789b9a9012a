package unroll.ui.answers;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import unroll.session.Look;
import unroll.session.Session;
import unroll.ui.desk.FxThread;

/**
 * Puts questions to the present model, on another thread and never two at a time. Of those that come meanwhile the latest
 * waits, and the others are dropped. To be used on the FX thread.
 */
final class Asker {
    private static final long LEAST_REST_NANOS = 450_000_000;
    /** So that asking takes a fifth of a processor at most. */
    private static final int REST_FACTOR = 4;

    private final Session session;
    private boolean busy;
    private @Nullable Runnable waiting;
    private long restedFrom = System.nanoTime();

    Asker(Session session) {
        this.session = session;
    }

    /**
     * @param question works on a copy of the model that training does not change
     * @param heard gets the answer on the FX thread
     * @param failed gets the reason why there is none
     */
    <T> void ask(Function<Look, T> question, Consumer<T> heard, Consumer<Throwable> failed) {
        if (busy) {
            waiting = () -> ask(question, heard, failed);
            return;
        }
        busy = true;
        long begun = System.nanoTime();
        CompletableFuture<T> answer = session.look().thenApplyAsync(question);
        FxThread.whenDone(answer, heard, failed);
        FxThread.whenEnded(answer, () -> end(System.nanoTime() - begun));
    }

    private void end(long took) {
        busy = false;
        restedFrom = System.nanoTime() + Math.max(LEAST_REST_NANOS, REST_FACTOR * took);
        Runnable next = waiting;
        waiting = null;
        if (next != null) {
            next.run();
        }
    }

    /** Whether it is time to ask again what was asked before. */
    boolean isRested() {
        return !busy && System.nanoTime() - restedFrom >= 0;
    }
}
