package unroll.session.background;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import unroll.message.Reason;

/**
 * What the one thread does that ever touches the engine: turns of training while there is work, and between two turns the
 * commands that came in; while there is no work it waits for commands. So a command finds the run between two steps, and
 * no lock is needed. Commands may come from any thread.
 */
public final class TrainerLoop {
    private final BlockingQueue<Command<?>> commands = new LinkedBlockingQueue<>();

    /** One turn; false where the work has come to its end. Null while there is none. The loop's thread's own. */
    private @Nullable BooleanSupplier work;

    private volatile boolean open = true;
    private volatile @Nullable Thread inside;

    /** A loop on a thread of its own. */
    public static TrainerLoop start() {
        TrainerLoop loop = new TrainerLoop();
        Thread thread = new Thread(loop::runUntilClosed, "unroll-trainer");
        thread.setDaemon(true);
        thread.start();
        return loop;
    }

    private record Command<T>(Callable<T> task, CompletableFuture<T> answer) {
        void carryOut() {
            Futures.settle(answer, task);
        }

        void refuse() {
            Futures.refuse(answer, Reason.CLOSED.exception());
        }
    }

    /** Does something on the loop's thread after the step it is at. */
    public <T> CompletableFuture<T> call(Callable<T> task) {
        Command<T> command = new Command<>(task, new CompletableFuture<>());
        commands.add(command);
        if (!open) {
            refuseAll();
        }
        return command.answer();
    }

    /** Does something on the loop's thread after the step it is at. */
    public CompletableFuture<Void> run(Futures.BackgroundTask task) {
        return call(Futures.callable(task));
    }

    /** Takes up this work. Only for commands. */
    public void work(BooleanSupplier turn) {
        work = turn;
    }

    /** Lays the work down. Only for commands. */
    public void pause() {
        work = null;
    }

    /** Ends the loop after the step it is at; what was not begun by then is refused. */
    public void close() {
        call(() -> {
            open = false;
            return true;
        });
    }

    /** Works on the calling thread until {@link #close()}; once. */
    public void runUntilClosed() {
        inside = Thread.currentThread();
        try {
            while (open) {
                BooleanSupplier turn = work;
                Command<?> command = turn == null ? commands.take() : commands.poll();
                if (command != null) {
                    command.carryOut();
                } else if (turn != null && !turn.getAsBoolean()) {
                    work = null;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open = false;
        refuseAll();
    }

    /** To be called where nothing but the loop's own thread may come. */
    public void requireInside() {
        if (Thread.currentThread() != inside) {
            throw new IllegalStateException("Only the trainer's thread may do this.");
        }
    }

    private void refuseAll() {
        for (Command<?> command = commands.poll(); command != null; command = commands.poll()) {
            command.refuse();
        }
    }
}
