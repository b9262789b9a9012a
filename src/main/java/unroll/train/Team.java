package unroll.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** The workers that share a step: member 0 is the calling thread, the others are daemon threads of the team's own. */
final class Team implements AutoCloseable {
    private final int members;
    private final ExecutorService others;

    Team(int members) {
        this.members = members;
        this.others = Executors.newFixedThreadPool(Math.max(1, members - 1), job -> {
            Thread thread = new Thread(job, "unroll-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    int members() {
        return members;
    }

    /** Lets every member do its part, and returns when all have; what one throws is thrown here. */
    void run(IntConsumer part) {
        List<Future<?>> running = new ArrayList<>(members - 1);
        for (int member = 1; member < members; member++) {
            int number = member;
            running.add(others.submit(() -> part.accept(number)));
        }
        try {
            part.accept(0);
        } finally {
            running.forEach(Team::await);
        }
    }

    private static void await(Future<?> part) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    part.get();
                    return;
                } catch (InterruptedException e) {
                    // A step is never left half done; the interrupt is handed on after it.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("A worker could not do its part of the step.", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
