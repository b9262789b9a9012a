package unroll.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import unroll.files.OutputFile;
import unroll.files.OutputLock;
import unroll.files.WriteFailure;
import unroll.message.ProblemException;
import unroll.session.background.DaemonThread;
import unroll.session.data.OpenedFiles;
import unroll.session.lesson.LessonText;
import unroll.train.MemoryEstimate;

/**
 * A sweep beside other work: it says what a plan would take, trains its trials in the background, and can be paused, stopped
 * and gone on with. Every method may be called from any thread and returns at once; a future that fails carries a sentence for
 * the user.
 */
public final class BackgroundSweep {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final SweepStatus NOTHING = new SweepStatus(SweepState.NONE, null, null, 0, 0, Double.NaN, null);

    private final DaemonThread planning = new DaemonThread("unroll-sweep-plan");
    private final DaemonThread running = new DaemonThread("unroll-sweep");
    private final AtomicInteger latestForecast = new AtomicInteger();
    private final Object monitor = new Object();
    private @Nullable Source source;
    private volatile @Nullable Sweep current;

    /** Where a sweep stands. */
    public enum SweepState {
        /** No table is open. */
        NONE,
        /** A table is open, and nothing is trained. */
        STOPPED,
        RUNNING,
        PAUSED,
        /** It goes on when something else has ended. */
        WAITING
    }

    /**
     * What a plan takes.
     *
     * @param memory bytes of the largest trial
     * @param seconds of all trials, by a few steps of one of them, which take up to three; starts when it is asked for
     */
    public record Forecast(SweepPlan plan, long memory, Supplier<CompletableFuture<Double>> seconds) {}

    /**
     * How to train.
     *
     * @param jobs trials side by side, from 1
     * @param keepsModels whether every trained model is saved, in a folder beside the table
     * @param beside what else is in the memory meanwhile
     */
    public record Options(int jobs, boolean keepsModels, MemoryEstimate beside) {}

    /**
     * A consistent look at a sweep; cheap enough for every frame.
     *
     * @param table its file, or null where none is open
     * @param ended trials that have their row
     * @param done the same and the shares of those that run
     * @param secondsLeft not a number where it is not known
     * @param failure why it ended before its end; null where it did not
     */
    public record SweepStatus(
            SweepState state,
            @Nullable Path table,
            @Nullable SweepPlan plan,
            int ended,
            double done,
            double secondsLeft,
            @Nullable Throwable failure) {}

    /** What was read last, so that a forecast need not read it again. */
    private record Source(
            @Nullable LessonText text, @Nullable LessonText pairs, OpenedFiles opened) {}

    /** The file of the plan beside a table: {@code runs.json} beside {@code runs.csv}. */
    public static Path planFile(Path table) {
        return sibling(table, ".json");
    }

    /** The table beside the file of a plan: {@code runs.csv} beside {@code runs.json}. */
    public static Path tableFile(Path plan) {
        return sibling(plan, ".csv");
    }

    /** The folder of the models beside a table: {@code runs-models} beside {@code runs.csv}. */
    public static Path modelsFolder(Path table) {
        return sibling(table, "-models");
    }

    private static Path sibling(Path file, String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.replaceFirst("(?i)\\.(csv|json)$", "") + ending);
    }

    /**
     * What a plan would take. An earlier question that waits is dropped.
     *
     * @param jobs trials side by side
     */
    public CompletableFuture<Forecast> forecast(PlanDraft draft, int jobs) {
        int mine = latestForecast.incrementAndGet();
        return planning.call(() -> {
            requireLatest(mine);
            SweepPlan plan = draft.plan();
            TrialRunner runner = new TrialRunner(plan, opened(plan));
            SweepEstimate estimate = SweepEstimate.of(runner);
            return new Forecast(
                    plan,
                    estimate.memory(),
                    () -> planning.call(() -> {
                        requireLatest(mine);
                        return estimate.seconds(runner, jobs);
                    }));
        });
    }

    private void requireLatest(int forecast) {
        if (forecast != latestForecast.get()) {
            throw new CancellationException("Another plan has come.");
        }
    }

    /** Only on the planning thread. */
    private OpenedFiles opened(SweepPlan plan) throws IOException {
        Source known = source;
        if (known == null || !Objects.equals(known.text, plan.text()) || !Objects.equals(known.pairs, plan.pairs())) {
            known = new Source(plan.text(), plan.pairs(), plan.open());
            source = known;
        }
        return known.opened;
    }

    /**
     * Opens the table of a plan to look at, in place of the one before. Waits for the end of a sweep that runs.
     */
    public CompletableFuture<Void> open(PlanDraft draft, Path file) {
        return running.run(() -> {
            SweepPlan plan = draft.plan();
            TrialRunner runner = new TrialRunner(plan, plan.open());
            OutputFile.check(plan.inputs(), List.of(output(file)));
            current = new Sweep(runner, SweepTable.open(file, runner), file, null);
        });
    }

    /**
     * Trains the trials that a table does not hold yet, and writes the plan beside it. The future completes when training
     * begins; a table of another plan, or whatever else is wrong, is refused before, and nothing is touched.
     */
    public CompletableFuture<Void> start(PlanDraft draft, Path file, Options options) {
        return running.run(() -> {
            SweepPlan plan = draft.plan();
            TrialRunner runner = new TrialRunner(plan, plan.open());
            int jobs = Math.min(options.jobs(), plan.trials().size());
            SweepEstimate.of(runner).requireFit(jobs, options.beside());
            OutputFile table = output(file);
            OutputFile beside = new OutputFile("the table", planFile(file), samePlan(plan));
            OutputFile.check(plan.inputs(), List.of(table, beside));
            OutputLock lock = OutputLock.of(List.of(table));
            try {
                Sweep sweep = new Sweep(runner, SweepTable.open(file, runner), file, lock);
                Path models = options.keepsModels() ? folder(modelsFolder(file)) : null;
                if (!Files.exists(planFile(file))) {
                    draft.write(planFile(file));
                }
                current = sweep;
                running.execute(() -> sweep.train(new LocalSweep.Folders(null, models), jobs));
            } catch (IOException | RuntimeException | Error refused) {
                lock.close();
                throw refused;
            }
        });
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw WriteFailure.of(folder, e);
        }
    }

    private static OutputFile output(Path file) {
        return new OutputFile("the table", file, SweepTable.REPLACEABLE);
    }

    private static OutputFile.Replaceable samePlan(SweepPlan plan) {
        return new OutputFile.Replaceable("the plan of this table", file -> {
            try {
                return SweepPlan.read(file).fingerprint().equals(plan.fingerprint());
            } catch (IOException | ProblemException noPlan) {
                return false;
            }
        });
    }

    public SweepStatus status() {
        Sweep sweep = current;
        return sweep == null ? NOTHING : sweep.status();
    }

    /** The trials that have ended, by number. */
    public List<SweepTable.Entry> entries() {
        Sweep sweep = current;
        return sweep == null ? List.of() : sweep.table.entries();
    }

    /** The model of a trial; null where it was not kept. */
    public @Nullable Path model(int trial) {
        Sweep sweep = current;
        Trial wanted = sweep == null ? null : sweep.runner.plan().trial(trial);
        if (sweep == null || wanted == null) {
            return null;
        }
        Path file = new LocalSweep.Folders(null, modelsFolder(sweep.file)).model(wanted);
        return file != null && Files.exists(file) ? file : null;
    }

    /** Holds all trials after the step they are at, or lets them go on. */
    public void setPaused(boolean paused) {
        change(sweep -> sweep.paused = paused);
    }

    /** The same for a reason that passes by itself, such as other training. */
    public void setWaiting(boolean waiting) {
        change(sweep -> sweep.waiting = waiting);
    }

    /** Ends the sweep; the trials that run are lost, and come again when it is started again. Completes when it has ended. */
    public CompletableFuture<@Nullable Void> stop() {
        change(sweep -> sweep.stopping = true);
        Sweep sweep = current;
        return sweep == null ? CompletableFuture.completedFuture(null) : sweep.ended;
    }

    private void change(Consumer<Sweep> action) {
        Sweep sweep = current;
        if (sweep != null) {
            synchronized (monitor) {
                sweep.countTime();
                action.accept(sweep);
                monitor.notifyAll();
            }
        }
    }

    /** A table and what trains into it. */
    private final class Sweep implements LocalSweep.Listener {
        private final TrialRunner runner;
        private final SweepTable table;
        private final Path file;
        private final @Nullable OutputLock lock;
        private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
        private final int before;
        private boolean paused;
        private boolean waiting;
        private boolean stopping;
        private double done;
        private long nanos;
        private long countedUntil = System.nanoTime();
        private @Nullable Throwable failure;

        /** @param lock of the table, or null where it is only looked at */
        Sweep(TrialRunner runner, SweepTable table, Path file, @Nullable OutputLock lock) {
            this.runner = runner;
            this.table = table;
            this.file = file;
            this.lock = lock;
            before = table.size();
            done = before;
            if (lock == null) {
                ended.complete(null);
            }
        }

        void train(LocalSweep.Folders folders, int jobs) {
            try {
                new LocalSweep(runner, table, folders).run(runner.plan().trials(), jobs, this::goesOn, this);
            } catch (Throwable thrown) {
                // Whatever it is, the window lives on and says it.
                synchronized (monitor) {
                    failure = thrown;
                }
            } finally {
                if (lock != null) {
                    lock.close();
                }
                ended.complete(null);
            }
        }

        /** Waits while the sweep is held, on the thread of a trial. */
        private boolean goesOn() {
            synchronized (monitor) {
                try {
                    while (!stopping && (paused || waiting)) {
                        monitor.wait();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    stopping = true;
                }
                return !stopping;
            }
        }

        @Override
        public void onProgress(double now) {
            synchronized (monitor) {
                done = now;
            }
        }

        /** Time in which it is held does not count. */
        void countTime() {
            long now = System.nanoTime();
            nanos += paused || waiting ? 0 : now - countedUntil;
            countedUntil = now;
        }

        SweepStatus status() {
            synchronized (monitor) {
                countTime();
                int trials = runner.plan().trials().size();
                double gained = done - before;
                double left = gained > 0 ? nanos / NANOS_PER_SECOND / gained * (trials - done) : Double.NaN;
                return new SweepStatus(state(), file, runner.plan(), table.size(), done, left, failure);
            }
        }

        private SweepState state() {
            if (ended.isDone()) {
                return SweepState.STOPPED;
            }
            return paused ? SweepState.PAUSED : waiting ? SweepState.WAITING : SweepState.RUNNING;
        }
    }
}
