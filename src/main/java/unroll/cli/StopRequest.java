package unroll.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run was told to stop: by Ctrl-C, or by a signal that ends the process (SIGTERM, SIGHUP). What is under way
 * then ends in good order, and the exit waits for it. A second Ctrl-C ends the process at once; that is safe, because
 * files are replaced whole or not at all.
 *
 * <p>Ctrl-C has a handler of its own here, so that it does not matter what a library thinks of the signal.
 */
final class StopRequest implements AutoCloseable {
    private static final String INTERRUPT = "INT";
    private static final long PATIENCE_MINUTES = 5;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "unroll-shutdown");
    private final @Nullable Object previousHandler;
    private volatile boolean requested;

    StopRequest() {
        Runtime.getRuntime().addShutdownHook(hook);
        previousHandler = Signals.register(INTERRUPT, this::onInterrupt);
    }

    boolean isRequested() {
        return requested;
    }

    private void onInterrupt() {
        if (requested) {
            finished.countDown();
            Runtime.getRuntime().exit(CommandLineProgram.INTERRUPTED);
        }
        requested = true;
    }

    private void stopAndWait() {
        requested = true;
        try {
            finished.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is in good order now. */
    @Override
    public void close() {
        finished.countDown();
        if (previousHandler != null) {
            Signals.unregister(INTERRUPT, previousHandler);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // Told to stop already: the hook finds the latch open.
            requested = true;
        }
    }
}
