package unroll.session.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.files.AtomicFile;
import unroll.message.Problem;
import unroll.message.Reason;
import unroll.session.background.DaemonThread;
import unroll.session.model.Learner;
import unroll.session.model.WeightsVersion;

/**
 * Keeps one run on disk: captures are taken between two steps by the trainer, and written on the files' thread while it
 * goes on. Never more than one is under way.
 */
public final class Autosave {
    /** The name of the file in the session's folder. */
    public static final String FILE = "autosave.safetensors";

    /** What the autosave of the model before this one is kept as. */
    public static final String PREVIOUS = "autosave-previous.safetensors";

    /** The model with the lowest validation loss. */
    public static final String BEST = "best.safetensors";

    /**
     * What runs are saved to.
     *
     * @param best gets the model with the lowest validation loss, or null for no such file
     * @param previous gets what the file held of another model, or null where that is overwritten
     */
    public record Paths(
            Path run, @Nullable Path best, @Nullable Path previous) {
        /** Those of a session's folder. */
        public static Paths in(Path folder) {
            return new Paths(folder.resolve(FILE), folder.resolve(BEST), folder.resolve(PREVIOUS));
        }
    }

    /**
     * Where and how often runs are saved.
     *
     * @param thread does the writing
     * @param atEnd whether the end of a run is saved like its middle, in the background; false where the owner of the
     *     run does that, and so learns whether it failed
     * @param problems gets a sentence where a save failed
     */
    public record Target(
            Paths paths, Duration interval, DaemonThread thread, boolean atEnd, Consumer<Problem> problems) {
        public boolean isFile(Path other) {
            return paths.run()
                    .toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    private final Target target;
    private boolean keepPrevious;
    private long lastAttempt;
    private WeightsVersion attempted;
    private Learner.@Nullable Capture savedBest;
    private volatile boolean bestMissing;
    private volatile WeightsVersion saved;
    private volatile boolean underway;
    private volatile boolean failing;

    /**
     * @param keepPrevious whether what is in the file belongs to another model and is kept as {@link #PREVIOUS}
     * @param saved weights that need not be saved
     * @param now nanoseconds
     */
    private Autosave(Target target, boolean keepPrevious, WeightsVersion saved, long now) {
        this.target = target;
        this.keepPrevious = keepPrevious;
        this.saved = saved;
        attempted = saved;
        this.lastAttempt = now;
    }

    /** For a model that was just made, or is in another file: what the autosave holds now is of another model. */
    public static Autosave ofOther(Target target, WeightsVersion saved, long now) {
        return new Autosave(target, true, saved, now);
    }

    /** For the model that the autosave holds with these weights. */
    public static Autosave ofSame(Target target, WeightsVersion saved, long now) {
        return new Autosave(target, false, saved, now);
    }

    /** Whether the interval has passed and there is something to save. */
    public boolean isDue(long now, WeightsVersion weights) {
        return !underway && now - lastAttempt >= target.interval().toNanos() && isNeeded(weights);
    }

    public boolean isForEnd() {
        return target.atEnd();
    }

    /** Whether these weights are not on disk yet, nor on their way there. */
    public boolean isNeeded(WeightsVersion weights) {
        return !weights.equals(saved) && !(underway && weights.equals(attempted));
    }

    /** Whether it could not be written when that was last tried. For any thread. */
    public boolean isFailing() {
        return failing;
    }

    /** Whether the best weights could not be written when that was last tried. */
    public boolean isBestMissing() {
        return bestMissing;
    }

    /** Writes a model with these weights, and the best ones, in the background. */
    public void begin(Learner.Capture model, WeightsVersion weights, Learner.@Nullable Capture best, long now) {
        lastAttempt = now;
        attempted = weights;
        underway = true;
        target.thread().execute(() -> write(model, weights, best));
    }

    private void write(Learner.Capture model, WeightsVersion weights, Learner.@Nullable Capture best) {
        try {
            store(model, weights, best);
        } catch (IOException | RuntimeException | OutOfMemoryError fault) {
            failing = true;
            target.problems().accept(Reason.AUTOSAVE_FAILED.with(Problem.of(fault)));
        } finally {
            underway = false;
        }
    }

    /** Writes the same on the calling thread. Only where none is under way. */
    public void store(Learner.Capture model, WeightsVersion weights, Learner.@Nullable Capture best)
            throws IOException {
        Paths paths = target.paths();
        Files.createDirectories(paths.run().toAbsolutePath().getParent());
        savePrevious(paths);
        model.writeTo(paths.run());
        saved = weights;
        if (best != null && best != savedBest && paths.best() != null) {
            bestMissing = true;
            best.writeTo(paths.best());
            savedBest = best;
            bestMissing = false;
        }
        failing = false;
    }

    private void savePrevious(Paths paths) throws IOException {
        Path previous = paths.previous();
        if (keepPrevious && previous != null && Files.exists(paths.run())) {
            AtomicFile.write(previous, out -> Files.copy(paths.run(), out));
        }
        keepPrevious = false;
    }
}
