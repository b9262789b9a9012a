package unroll.ui.model;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Five times a second, on the FX thread: the only rhythm at which the window follows what happens elsewhere. The clock stands
 * outside of JavaFX, whose own timers make it go through the whole scene sixty times a second even where nothing has
 * changed, which costs a training on two cores as much as the drawing itself.
 */
public final class RefreshTimer {
    private static final long MILLIS_BETWEEN = 200;

    private final Runnable action;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "unroll-refresh");
        thread.setDaemon(true);
        return thread;
    });

    /** @param action runs on the FX thread */
    public RefreshTimer(Runnable action) {
        this.action = action;
    }

    public void start() {
        var unused = clock.scheduleAtFixedRate(this::tick, 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    }

    public void stop() {
        clock.shutdownNow();
    }

    /** A tick that the FX thread has not come to yet is not joined by another one. */
    private void tick() {
        if (waiting.compareAndSet(false, true)) {
            FxThread.run(() -> {
                waiting.set(false);
                action.run();
            });
        }
    }
}
