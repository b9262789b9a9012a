package unroll.session.background;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
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
        Call<T> call = new Call<>(new CompletableFuture<>(), task);
        try {
            executor.execute(call);
        } catch (RejectedExecutionException e) {
            call.cancel(false);
        }
        call.answer.whenComplete((value, fault) -> {
            if (call.answer.isCancelled()) {
                call.cancel(true);
            }
        });
        return call.answer;
    }

    /** A task whose answer is refused where it never has its turn. */
    private static final class Call<T> extends FutureTask<Void> {
        private final CompletableFuture<T> answer;

        @SuppressWarnings("NullAway") // A Void has no other value.
        Call(CompletableFuture<T> answer, Callable<T> task) {
            super(() -> Futures.settle(answer, task), null);
            this.answer = answer;
        }

        @Override
        protected void done() {
            if (isCancelled()) {
                Futures.refuse(answer, Reason.CLOSED.exception());
            }
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
            if (task instanceof Call<?> call) {
                call.cancel(false);
            }
        }
    }
}
