package unroll.matrix;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the workers of a group wait for each other, some hundred times a training step.
 *
 * <p>Who comes early looks again for about the time a wake-up takes, and then sleeps: with a core for each worker nobody
 * ever sleeps and a barrier costs well under a microsecond, and beside a busy neighbor nobody burns the time that the
 * missing worker needs.
 */
final class Barrier {
    /** About twenty microseconds. */
    private static final int SPINS = 1000;

    private final int workers;
    private final int spins;
    private final AtomicInteger missing;
    private final AtomicReferenceArray<Thread> sleepers;
    private volatile int round;
    private volatile boolean broken;

    Barrier(int workers) {
        this.workers = workers;
        this.spins = workers <= Runtime.getRuntime().availableProcessors() ? SPINS : 0;
        this.missing = new AtomicInteger(workers);
        this.sleepers = new AtomicReferenceArray<>(workers);
    }

    /**
     * Returns when all workers have come. An interrupt waits with them and is handed on after the barrier.
     *
     * @throws IllegalStateException where the barrier is broken
     */
    void await(int worker) {
        int now = round;
        if (missing.decrementAndGet() == 0) {
            missing.set(workers);
            round = now + 1;
            wakeAll();
        } else {
            awaitRoundAfter(now, worker);
        }
        if (broken) {
            throw new IllegalStateException("Another worker has failed.");
        }
    }

    private void awaitRoundAfter(int now, int worker) {
        for (int spin = 0; spin < spins; spin++) {
            if (isOver(now)) {
                return;
            }
            Thread.onSpinWait();
        }
        boolean interrupted = false;
        sleepers.set(worker, Thread.currentThread());
        while (!isOver(now)) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        sleepers.set(worker, null);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOver(int now) {
        return round != now || broken;
    }

    /** Releases everybody who waits or comes from now on. */
    void releaseAll() {
        broken = true;
        wakeAll();
    }

    private void wakeAll() {
        for (int worker = 0; worker < workers; worker++) {
            LockSupport.unpark(sleepers.get(worker));
        }
    }
}
