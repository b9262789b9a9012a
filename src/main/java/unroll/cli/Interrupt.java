package unroll.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets what is under way end in good order when the process is told to stop (Ctrl-C, SIGTERM): the exit waits for it. */
final class Interrupt implements AutoCloseable {
    private static final long PATIENCE_MINUTES = 5;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "unroll-interrupt");
    private volatile boolean requested;

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether it is time to stop. */
    boolean isRequested() {
        return requested;
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
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException stopping) {
                // Told to stop at this very moment: the hook finds the latch open.
                requested = true;
            }
        }
    }
}
