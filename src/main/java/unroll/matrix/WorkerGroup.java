package unroll.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that work on the same matrices: member 0 is the calling thread, the others are daemon threads of the team's
 * own, which start with the first call of {@link #run} and sleep between two. Not for use by two callers at once.
 */
public final class WorkerGroup implements AutoCloseable {
    private final int members;
    /** Begin and end of a part. */
    private final Barrier frame;
    /** Meetings within a part; a new one after a failure, which leaves it broken. */
    private volatile Barrier meeting;

    private volatile @Nullable IntConsumer part;
    private volatile @Nullable Throwable failure;
    private boolean running;

    /** @param members at least 1 */
    public WorkerGroup(int members) {
        this.members = members;
        frame = new Barrier(members);
        meeting = new Barrier(members);
    }

    private void start() {
        for (int member = 1; member < members; member++) {
            int number = member;
            Thread thread = new Thread(() -> work(number), "unroll-worker");
            thread.setDaemon(true);
            thread.start();
        }
        running = true;
    }

    /** A team of the calling thread alone. */
    public static WorkerGroup ofOne() {
        return new WorkerGroup(1);
    }

    public int members() {
        return members;
    }

    /**
     * Lets every member do its part, and returns when all have. What the members wrote before is seen by all after.
     *
     * @param part is given the member's number, from 0
     * @throws IllegalStateException where another member's part failed, with what it threw as the cause
     */
    public void run(IntConsumer part) {
        if (members == 1) {
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
            meeting = new Barrier(members);
            if (thrown instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("A worker could not do its part.", thrown);
        }
    }

    /** Within a part: returns when every member has come here. What the members wrote before is seen by all after. */
    public void meet(int member) {
        if (members > 1) {
            meeting.await(member);
        }
    }

    private void work(int member) {
        while (true) {
            frame.await(member);
            IntConsumer present = part;
            if (present == null) {
                return;
            }
            attempt(present, member);
            frame.await(member);
        }
    }

    /** The first failure is the one that is told; those of members it sent home are not. */
    private void attempt(IntConsumer part, int member) {
        try {
            part.accept(member);
        } catch (RuntimeException | Error thrown) {
            synchronized (this) {
                if (failure == null) {
                    failure = thrown;
                }
            }
            meeting.breakUp();
        }
    }

    /** The range of {@code count} things, of which every member takes its share in order, that falls to this member. */
    public Share share(int count, int member) {
        return new Share((int) ((long) count * member / members), (int) ((long) count * (member + 1) / members));
    }

    /** The shares of all members, in order. */
    public List<Share> shares(int count) {
        List<Share> shares = new ArrayList<>(members);
        for (int member = 0; member < members; member++) {
            shares.add(share(count, member));
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
