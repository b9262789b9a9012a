package unroll.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that work on the same matrices: worker 0 is the calling thread, the others are daemon threads of the group's
 * own, which start with the first call of {@link #run} and sleep between two. Not for use by two callers at once.
 */
public final class WorkerGroup implements AutoCloseable {
    private final int workers;
    /** Begin and end of a part. */
    private final Barrier frame;
    /** Within a part; a new one after a failure, which leaves it broken. */
    private volatile Barrier barrier;

    private volatile @Nullable IntConsumer part;
    private volatile @Nullable Throwable failure;
    private boolean running;

    /** @param workers at least 1 */
    public WorkerGroup(int workers) {
        this.workers = workers;
        frame = new Barrier(workers);
        barrier = new Barrier(workers);
    }

    private void start() {
        for (int worker = 1; worker < workers; worker++) {
            int number = worker;
            Thread thread = new Thread(() -> work(number), "unroll-worker");
            thread.setDaemon(true);
            thread.start();
        }
        running = true;
    }

    /** A group of the calling thread alone. */
    public static WorkerGroup ofOne() {
        return new WorkerGroup(1);
    }

    public int size() {
        return workers;
    }

    /**
     * Lets every worker do its part, and returns when all have. What the workers wrote before is seen by all after.
     *
     * @param part is given the worker's number, from 0
     * @throws IllegalStateException where another worker's part failed, with what it threw as the cause
     */
    public void run(IntConsumer part) {
        if (workers == 1) {
            part.accept(0);
            return;
        }
        if (!running) {
            start();
        }
        this.part = part;
        frame.await(0);
        attempt(part, 0);
        frame.await(0);
        this.part = null;
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            barrier = new Barrier(workers);
            if (thrown instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("A worker could not do its part.", thrown);
        }
    }

    /** Within a part: returns when every worker has come here. What the workers wrote before is seen by all after. */
    public void await(int worker) {
        if (workers > 1) {
            barrier.await(worker);
        }
    }

    private void work(int worker) {
        while (true) {
            frame.await(worker);
            IntConsumer present = part;
            if (present == null) {
                return;
            }
            attempt(present, worker);
            frame.await(worker);
        }
    }

    /** The first failure is the one that is reported; those of workers it released are not. */
    private void attempt(IntConsumer part, int worker) {
        try {
            part.accept(worker);
        } catch (RuntimeException | Error thrown) {
            synchronized (this) {
                if (failure == null) {
                    failure = thrown;
                }
            }
            barrier.releaseAll();
        }
    }

    /** The range of {@code count} things, of which every worker takes its share in order, that falls to this worker. */
    public Share share(int count, int worker) {
        return new Share((int) ((long) count * worker / workers), (int) ((long) count * (worker + 1) / workers));
    }

    /** The shares of all workers, in order. */
    public List<Share> shares(int count) {
        List<Share> shares = new ArrayList<>(workers);
        for (int worker = 0; worker < workers; worker++) {
            shares.add(share(count, worker));
        }
        return shares;
    }

    /** The things from {@code from} to {@code to} − 1. */
    public record Share(int from, int to) {
        public int count() {
            return to - from;
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        if (running) {
            running = false;
            part = null;
            frame.await(0);
        }
    }
}
