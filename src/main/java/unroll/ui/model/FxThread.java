package unroll.ui.model;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;

/** The one door through which other threads reach the window. */
public final class FxThread {
    private FxThread() {}

    /** Runs it on the FX thread: now where this is it, otherwise soon. Not for anything that happens every step. */
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            later(action);
        }
    }

    /** Runs it on the FX thread, after what that does now and what waits already. */
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /** Hands the result, or the reason there is none, to the FX thread. A canceled future reaches neither. */
    public static <T> void whenDone(CompletableFuture<T> future, Consumer<T> done, Consumer<Throwable> failed) {
        var unused = future.whenComplete((result, thrown) -> run(() -> {
            if (thrown == null) {
                done.accept(result);
            } else if (!(cause(thrown) instanceof CancellationException)) {
                failed.accept(cause(thrown));
            }
        }));
    }

    /** Runs it on the FX thread when the future has ended, however it did. */
    public static void whenEnded(CompletableFuture<?> future, Runnable action) {
        var unused = future.whenComplete((result, thrown) -> run(action));
    }

    /** What really happened, out of the wrappers a future puts around it. */
    public static Throwable cause(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
