package unroll.matrix;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the members of a team wait for each other, some hundred times a training step.
 *
 * <p>Who comes early looks again for about the time a wake-up takes, and then sleeps: with a core for each member nobody
 * ever sleeps and a meeting costs well under a microsecond, and beside a busy neighbor nobody burns the time that the
 * missing member needs.
 */
final class Barrier {
    /** About twenty microseconds. */
    private static final int LOOKS = 1000;

    private final int members;
    private final int looks;
    private final AtomicInteger missing;
    private final AtomicReferenceArray<Thread> sleepers;
    private volatile int round;
    private volatile boolean broken;

    Barrier(int members) {
        this.members = members;
        this.looks = members <= Runtime.getRuntime().availableProcessors() ? LOOKS : 0;
        this.missing = new AtomicInteger(members);
        this.sleepers = new AtomicReferenceArray<>(members);
    }

    /**
     * Returns when all members have come. An interrupt waits with them and is handed on after the meeting.
     *
     * @throws IllegalStateException where the barrier is broken
     */
    void await(int member) {
        int now = round;
        if (missing.decrementAndGet() == 0) {
            missing.set(members);
            round = now + 1;
            wakeAll();
        } else {
            awaitRoundAfter(now, member);
        }
        if (broken) {
            throw new IllegalStateException("Another member of the team has failed.");
        }
    }

    private void awaitRoundAfter(int now, int member) {
        for (int look = 0; look < looks; look++) {
            if (isOver(now)) {
                return;
            }
            Thread.onSpinWait();
        }
        boolean interrupted = false;
        sleepers.set(member, Thread.currentThread());
        while (!isOver(now)) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        sleepers.set(member, null);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOver(int now) {
        return round != now || broken;
    }

    /** Sends everybody home who waits or comes from now on. */
    void breakUp() {
        broken = true;
        wakeAll();
    }

    private void wakeAll() {
        for (int member = 0; member < members; member++) {
            LockSupport.unpark(sleepers.get(member));
        }
    }
}
