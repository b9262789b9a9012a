package unroll.session.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.background.DaemonThread;
import unroll.session.history.Snapshots.Snapshot;
import unroll.session.model.Learner;
import unroll.session.model.TrainerFactory;
import unroll.settings.Settings;
import unroll.train.RunMetrics;

/**
 * Keeps snapshots of one run on disk, evenly spread over it and bounded in number and bytes. The trainer takes a copy between
 * two steps; the files' thread writes, reads and deletes, so no two of these ever meet. Never more than one is under way, and
 * pauses are many times as long as the work, so that training hardly notices; only those of the steps 1, 2, 4, 8 and so on, which
 * are few, do not wait. What fails here never stops a run.
 */
public final class History {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    /** A pause is so many times as long as the copying before it, which holds the trainer up ... */
    private static final int PAUSES_FOR_COPYING = 20;

    /** ... and so many times as long as the writing, which mostly waits for the disk. */
    private static final int PAUSES_FOR_WRITING = 8;

    /** No pause is longer: on a machine that is busy otherwise all work looks long. */
    private static final Duration MAX_PAUSE = Duration.ofSeconds(10);

    /** After a failure, so that a full disk is not tried every second. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    /** In a file beside the numbers: the curves, the symbols and the settings, at most about. */
    private static final long WORDS = 250_000;

    /** Bytes of the copies that may wait to be written. */
    private static final long MAX_WAITING = 32_000_000;

    private static final AtomicLong NUMBERS = new AtomicLong();

    /**
     * How much is kept.
     *
     * @param bytes of all snapshots
     * @param count of snapshots at most
     * @param pause between two of them, at least
     */
    public record Limits(long bytes, int count, Duration pause) {
        public static final Limits DEFAULT = new Limits(256_000_000, 200, Duration.ofSeconds(1));

        /** How many snapshots of a model fit, one more than are kept, since the next is written before others go. */
        private long fitting(long each) {
            return bytes / (each + WORDS) - 1;
        }
    }

    /**
     * Where and how snapshots are kept.
     *
     * @param thread the only one that touches the files
     * @param wanted whether the user wants snapshots at all
     * @param problems gets a sentence where snapshots cannot be kept
     * @param clock nanoseconds that only ever grow
     */
    public record Storage(
            SnapshotFiles files,
            TrainerFactory factory,
            Limits limits,
            DaemonThread thread,
            BooleanSupplier wanted,
            Consumer<Problem> problems,
            LongSupplier clock) {}

    private record StoredSnapshot(Snapshot snapshot, long bytes) {}

    private final Storage storage;
    private final Settings settings;
    /** Of a capture. */
    private final long bytes;

    /** Null where two snapshots are too large to be kept. */
    private final @Nullable Retention retention;

    private final NavigableMap<Long, StoredSnapshot> kept = new TreeMap<>();
    /** Grows when snapshots are forgotten, so that what is under way then is not kept. */
    private int era;
    /** Whether the folder may hold snapshots of another run. On the files' thread. */
    private boolean mixed = true;

    private boolean warned;
    private final AtomicInteger underway = new AtomicInteger();
    /** The last step of which there is, or may be, a copy, written or not. */
    private volatile long taken = -1;

    private volatile long notBefore;
    private volatile Snapshots view = Snapshots.NONE;

    private History(Storage storage, Settings settings, long bytes) {
        this.storage = storage;
        this.settings = settings;
        this.bytes = bytes;
        notBefore = storage.clock().getAsLong();
        Limits limits = storage.limits();
        boolean fits = limits.fitting(bytes) >= 2;
        retention = fits ? new Retention((int) Math.min(limits.count(), limits.fitting(bytes)), 1) : null;
        if (!fits) {
            view = new Snapshots(
                    List.of(),
                    0,
                    Reason.SNAPSHOTS_TOO_LARGE.with(Math.max(1, bytes / 1_000_000), limits.bytes() / 1_000_000));
        }
    }

    /**
     * Of a run that has no snapshots yet; those in the folder are of another one, and go when the first is written.
     *
     * @param bytes that a capture takes
     */
    public static History begin(Storage storage, Settings settings, long bytes) {
        return new History(storage, settings, bytes);
    }

    /** Of a run that goes on where this file stands: takes its snapshots up in the background, and deletes all others. */
    public static History resume(Storage storage, Learner.Capture stored) {
        History history = new History(storage, stored.settings(), stored.bytes());
        // Until they are read, any step up to this one may be among them.
        history.taken = stored.step();
        history.underway.incrementAndGet();
        storage.thread().execute(() -> history.recover(stored));
        return history;
    }

    /** What is kept; for any thread. */
    public Snapshots view() {
        return view;
    }

    /** Whether a snapshot of this step is to be kept. On the trainer's thread. */
    public boolean isDue(long step) {
        return isPower(step) || storage.clock().getAsLong() - notBefore >= 0 && isFree() && isFarEnough(step);
    }

    /** Whether a last snapshot can be kept where the run ends. */
    public boolean canSaveLast(long step) {
        return isFree() && isNew(step);
    }

    private boolean isFree() {
        return retention != null && underway.get() == 0 && storage.wanted().getAsBoolean();
    }

    private synchronized boolean isPower(long step) {
        return retention != null
                && retention.isPower(step)
                && step > taken
                && (isFree() || storage.wanted().getAsBoolean() && (underway.get() + 1) * bytes <= MAX_WAITING);
    }

    private synchronized boolean isFarEnough(long step) {
        return retention != null && retention.isDue(step);
    }

    private synchronized boolean isNew(long step) {
        return kept.isEmpty() || step > kept.lastKey();
    }

    /** Copies a snapshot, and writes it in the background. On the trainer's thread. */
    public void save(Supplier<Learner.Capture> model, RunMetrics now) {
        underway.incrementAndGet();
        long began = storage.clock().getAsLong();
        int eraOfStep = beginCopy(now.step());
        try {
            Learner.Capture capture = model.get();
            long copying = storage.clock().getAsLong() - began;
            Snapshot snapshot = new Snapshot(NUMBERS.incrementAndGet(), now);
            storage.thread().execute(() -> write(capture, snapshot, eraOfStep, copying));
        } catch (RuntimeException | OutOfMemoryError fault) {
            fail(fault);
            underway.decrementAndGet();
        }
    }

    /** Takes note that there is a copy of a step; returns the era that it is of. */
    private synchronized int beginCopy(long step) {
        taken = step;
        return era;
    }

    private synchronized int era() {
        return era;
    }

    private void write(Learner.Capture model, Snapshot snapshot, int eraOfStep, long copying) {
        long began = storage.clock().getAsLong();
        try {
            if (eraOfStep == era()) {
                store(model, snapshot, eraOfStep);
            }
            long now = storage.clock().getAsLong();
            long fair = PAUSES_FOR_COPYING * copying + PAUSES_FOR_WRITING * (now - began);
            long pause = Math.min(MAX_PAUSE.toNanos(), fair);
            notBefore = now + Math.max(storage.limits().pause().toNanos(), pause);
        } catch (IOException | RuntimeException | OutOfMemoryError fault) {
            fail(fault);
        } finally {
            underway.decrementAndGet();
        }
    }

    private void store(Learner.Capture model, Snapshot snapshot, int eraOfStep) throws IOException {
        if (mixed) {
            storage.files().clear();
            mixed = false;
        }
        storage.files().prepare();
        Path file = storage.files().of(snapshot.step());
        model.writeTo(file);
        storage.files().delete(add(new StoredSnapshot(snapshot, Files.size(file)), eraOfStep));
    }

    /** Takes note of a snapshot that is on disk; returns the steps whose files are to go. */
    private synchronized List<Long> add(StoredSnapshot written, int eraOfStep) {
        long step = written.snapshot().step();
        if (eraOfStep != era || retention == null) {
            return List.of(step);
        }
        kept.put(step, written);
        List<Long> dropped = retention.add(step);
        kept.keySet().removeAll(dropped);
        publish(null);
        return dropped;
    }

    private void fail(Throwable fault) {
        LOG.warn("A snapshot was not kept.", fault);
        notBefore = storage.clock().getAsLong() + PAUSE_AFTER_FAILURE.toNanos();
        Problem problem = Reason.SNAPSHOT_FAILED.with(Problem.of(fault));
        boolean first;
        synchronized (this) {
            first = !warned;
            warned = true;
            publish(problem);
        }
        if (first) {
            storage.problems().accept(problem);
        }
    }

    /** Holds the lock. */
    private void publish(@Nullable Problem trouble) {
        view = new Snapshots(
                kept.values().stream().map(StoredSnapshot::snapshot).toList(),
                kept.values().stream().mapToLong(StoredSnapshot::bytes).sum(),
                trouble);
    }

    /** On the files' thread. */
    private void recover(Learner.Capture last) {
        int before = era();
        try {
            NavigableMap<Long, StoredSnapshot> found = new TreeMap<>();
            for (long step : storage.files().steps()) {
                StoredSnapshot snapshot = step <= last.step() ? snapshotOf(last, step) : null;
                if (snapshot == null) {
                    storage.files().delete(List.of(step));
                } else {
                    found.put(step, snapshot);
                }
            }
            mixed = false;
            storage.files().delete(adopt(found, before));
        } finally {
            underway.decrementAndGet();
        }
    }

    /** Null where the file is damaged or of another run. */
    private @Nullable StoredSnapshot snapshotOf(Learner.Capture last, long step) {
        Path file = storage.files().of(step);
        try {
            Learner.Capture stored = storage.factory().read(file);
            boolean same = isOfThisRun(stored) && stored.subject().equals(last.subject()) && stored.step() == step;
            return same
                    ? new StoredSnapshot(
                            new Snapshot(
                                    NUMBERS.incrementAndGet(), stored.notes().metrics()),
                            Files.size(file))
                    : null;
        } catch (IOException | RuntimeException damaged) {
            LOG.info("{} is no snapshot of this run.", file, damaged);
            return null;
        }
    }

    private boolean isOfThisRun(Learner.Capture stored) {
        Settings there = stored.settings();
        return there.model().equals(settings.model())
                && there.task().equals(settings.task())
                && there.split().equals(settings.split())
                && there.training().seed() == settings.training().seed();
    }

    private synchronized List<Long> adopt(NavigableMap<Long, StoredSnapshot> found, int eraOfSearch) {
        if (retention == null || eraOfSearch != era) {
            return List.copyOf(found.keySet());
        }
        kept.putAll(found);
        taken = Math.max(taken, found.isEmpty() ? -1 : found.lastKey());
        List<Long> dropped = retention.resume(found.keySet());
        kept.keySet().removeAll(dropped);
        publish(null);
        return dropped;
    }

    /**
     * The run as it was at a step. On the files' thread.
     *
     * @throws ProblemException where no such snapshot is kept, or its file has gone or is damaged; it is no longer offered then
     */
    public Learner.Capture read(long step) throws IOException {
        if (!isKept(step)) {
            throw gone(step);
        }
        try {
            Learner.Capture stored = storage.factory().read(storage.files().of(step));
            if (isOfThisRun(stored)) {
                return stored;
            }
        } catch (IOException | ProblemException lost) {
            drop(step);
            throw lost;
        }
        // Another window that uses the same folder has put its own there.
        drop(step);
        throw gone(step);
    }

    private static ProblemException gone(long step) {
        return Reason.SNAPSHOT_GONE.exception(step);
    }

    private synchronized boolean isKept(long step) {
        return kept.containsKey(step);
    }

    private synchronized void drop(long step) {
        kept.remove(step);
        publish(view.trouble());
    }

    /** The run goes on from an earlier step: what came after it is forgotten. */
    public void goBackTo(long step) {
        List<Long> forgotten = forgetAfter(step);
        storage.thread().execute(() -> storage.files().delete(forgotten));
    }

    /** Forgets all snapshots; whoever says so deletes their files. */
    public void forget() {
        forgetAfter(-1);
    }

    private synchronized List<Long> forgetAfter(long step) {
        era++;
        taken = Math.min(taken, step);
        kept.tailMap(step, false).clear();
        publish(view.trouble());
        return retention == null ? List.of() : retention.forgetAfter(step);
    }
}
