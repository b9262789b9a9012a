package unroll.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import unroll.files.AtomicFile;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** Trains the trials of a plan that its table does not hold yet, some side by side, each whole on a thread of its own. */
public final class LocalSweep {
    private final TrialRunner runner;
    private final SweepTable table;
    private final Folders folders;
    private final Map<Integer, Double> shares = new ConcurrentHashMap<>();
    private final Queue<Trial> waiting = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Throwable failure;

    /**
     * Where trials leave more than their rows: {@code trial-0007.csv} and {@code trial-0007.safetensors}.
     *
     * @param metrics for the curves of every trial, or null for none
     * @param models for every trained model, or null for none
     */
    public record Folders(@Nullable Path metrics, @Nullable Path models) {
        /** The file of a trial's model; null where none are saved. */
        @Nullable
        Path model(Trial trial) {
            return models == null ? null : models.resolve(name(trial) + ".safetensors");
        }

        /** Writes what a trial leaves beside its row. */
        public void write(TrialResult result) throws IOException {
            if (metrics != null) {
                byte[] curves = result.curves().getBytes(StandardCharsets.UTF_8);
                AtomicFile.write(metrics.resolve(name(result.trial()) + ".csv"), out -> out.write(curves));
            }
        }

        private static String name(Trial trial) {
            return String.format(Locale.ROOT, "trial-%04d", trial.number());
        }
    }

    /** Hears how a sweep comes along, on the threads that train. */
    public interface Listener {
        /** Nobody listens. */
        Listener NONE = new Listener() {};

        /**
         * A step of a trial was done.
         *
         * @param done trials that have ended, and the shares of those that run
         */
        default void onProgress(double done) {}

        /** A trial has ended, and its row is on the disk. */
        default void onTrial(TrialResult result) {}
    }

    public LocalSweep(TrialRunner runner, SweepTable table, Folders folders) {
        this.runner = runner;
        this.table = table;
        this.folders = folders;
    }

    /**
     * Runs until every one of these trials has its row, or is told to stop; the trials that run then are lost and come again
     * the next time.
     *
     * @param trials of the plan; those that have their row already are skipped
     * @param jobs trials side by side, from 1
     * @param goOn asked before every step of every trial
     * @return whether every one of them has its row
     * @throws ProblemException where a trial failed or nothing can be written; what has ended stays
     */
    public boolean run(List<Trial> trials, int jobs, BooleanSupplier goOn, Listener listener) throws IOException {
        trials.stream().filter(trial -> !table.contains(trial)).forEach(waiting::add);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(jobs, waiting.size()); i++) {
            Thread thread = new Thread(() -> work(goOn, listener), "unroll-trial-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        await(threads);
        rethrow(failure);
        table.sort();
        return trials.stream().allMatch(table::contains);
    }

    private void await(List<Thread> threads) {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                failure = Reason.SWEEP_INTERRUPTED.exception();
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void rethrow(@Nullable Throwable thrown) throws IOException {
        if (thrown instanceof IOException sentence) {
            throw sentence;
        }
        if (thrown instanceof RuntimeException wrong) {
            throw wrong;
        }
        if (thrown instanceof Error grave) {
            throw grave;
        }
    }

    private void work(BooleanSupplier goOn, Listener listener) {
        try {
            for (Trial trial = waiting.poll(); trial != null && goesOn(goOn); trial = waiting.poll()) {
                train(trial, goOn, listener);
            }
        } catch (Throwable fault) {
            // Whatever it is, the other trials end with it, and the thread that waits for them throws it.
            failure = fault;
        }
    }

    private boolean goesOn(BooleanSupplier goOn) {
        return failure == null && goOn.getAsBoolean();
    }

    private void train(Trial trial, BooleanSupplier goOn, Listener listener) throws IOException {
        Optional<TrialResult> result = runner.run(trial, folders.model(trial), share -> {
            shares.put(trial.number(), share);
            listener.onProgress(done());
            return goesOn(goOn);
        });
        shares.remove(trial.number());
        if (result.isPresent()) {
            folders.write(result.get());
            table.append(result.get());
            listener.onTrial(result.get());
        }
    }

    private double done() {
        return table.size()
                + shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
