package unroll.session.background;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** The giving and taking of futures between threads. */
public final class Futures {
    /**
     * A thread for whatever needs one just now. The pool that all of Java shares may have a single thread, and that may be
     * waiting for the very answer that would be given on it.
     */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "unroll-background");
        thread.setDaemon(true);
        return thread;
    });

    private Futures() {}

    /**
     * Does a task on a thread of its own, beside whatever else is done. A failure becomes a {@link ProblemException}. Canceling
     * the future interrupts the task.
     */
    public static <T> CompletableFuture<T> inBackground(Callable<T> task) {
        return call(THREADS, task);
    }

    /** @throws java.util.concurrent.RejectedExecutionException where the threads have ended */
    static <T> CompletableFuture<T> call(ExecutorService threads, Callable<T> task) {
        Call<T> call = new Call<>(new CompletableFuture<>(), task);
        threads.execute(call);
        call.answer.whenComplete((value, fault) -> {
            if (call.answer.isCancelled()) {
                call.cancel(true);
            }
        });
        return call.answer;
    }

    /** A task whose answer is refused where it never has its turn. */
    static final class Call<T> extends FutureTask<Void> {
        private final CompletableFuture<T> answer;

        @SuppressWarnings("NullAway") // A Void has no other value.
        Call(CompletableFuture<T> answer, Callable<T> task) {
            super(() -> settle(answer, task), null);
            this.answer = answer;
        }

        @Override
        protected void done() {
            if (isCancelled()) {
                refuse(answer, Reason.CLOSED.exception());
            }
        }
    }

    /** A task without a value. */
    @FunctionalInterface
    public interface BackgroundTask {
        void run() throws Exception;
    }

    @SuppressWarnings("NullAway") // A Void has no other value.
    static Callable<Void> callable(BackgroundTask task) {
        return () -> {
            task.run();
            return null;
        };
    }

    /**
     * Does a task on the calling thread, and lets its future complete on another one, so that whatever hangs on the
     * future never holds up the trainer. A failure becomes a {@link ProblemException}.
     */
    static <T> void settle(CompletableFuture<T> answer, Callable<T> task) {
        try {
            T value = task.call();
            THREADS.execute(() -> answer.complete(value));
        } catch (Throwable fault) {
            refuse(answer, fault);
        }
    }

    static void refuse(CompletableFuture<?> answer, Throwable fault) {
        Throwable explained = fault instanceof ProblemException || fault instanceof CancellationException
                ? fault
                : new ProblemException(Problem.of(fault), fault);
        THREADS.execute(() -> answer.completeExceptionally(explained));
    }

    /** Waits for another thread's answer; an interrupt ends the waiting with a {@link CancellationException}. */
    public static <T> T await(CompletableFuture<T> answer) throws Exception {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The waiting was broken off.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
