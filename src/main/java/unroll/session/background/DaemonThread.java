package unroll.session.background;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.message.Reason;

/** One named daemon thread that does one task after the other. */
public final class DaemonThread implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(DaemonThread.class);

    private final ExecutorService executor;

    public DaemonThread(String name) {
        executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does a task when its turn comes. Canceling the future takes it off the list, or interrupts it. */
    public <T> CompletableFuture<T> call(Callable<T> task) {
        try {
            return Futures.call(executor, task);
        } catch (RejectedExecutionException e) {
            CompletableFuture<T> refused = new CompletableFuture<>();
            Futures.refuse(refused, Reason.CLOSED.exception());
            return refused;
        }
    }

    /** As {@link #call}, for a task without a value. */
    public CompletableFuture<Void> run(Futures.BackgroundTask task) {
        return call(Futures.callable(task));
    }

    /** Does a task when its turn comes; after the end of the thread it is not done, which the log then says. */
    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.warn("A task came after the session was closed and is left undone.");
        }
    }

    /** Does what is on the list, then ends. Whether it came to the end in this time. */
    public boolean finish(Duration patience) {
        executor.shutdown();
        try {
            return executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Breaks off what it is doing, and ends; what is still on the list is refused. */
    public void breakOff() {
        for (Runnable task : executor.shutdownNow()) {
            if (task instanceof Futures.Call<?> call) {
                call.cancel(false);
            }
        }
    }
}
