package unroll.ui.lens;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import unroll.session.Inspection;
import unroll.session.Status;
import unroll.ui.desk.Desk;
import unroll.ui.desk.FxThread;

/**
 * Looks inside the present model again and again while somebody looks at what comes of it: at most once a second, and no more
 * than a fifth of the time, so that a training hardly feels it. Does nothing while the page is hidden. Lives on the FX thread.
 */
public final class Follower<T> {
    private static final long LEAST_PAUSE_NANOS = 1_000_000_000;
    /** A pause is so many times as long as the work before it. */
    private static final int PAUSE = 4;

    private final Desk desk;
    private final Node page;
    private final Supplier<Inspection<T>> question;
    private final Consumer<T> seen;
    private final Consumer<Throwable> refused;
    private @Nullable CompletableFuture<T> work;
    private @Nullable Version shown;
    private boolean due = true;
    private boolean paused;
    private long notBefore = System.nanoTime();

    /** What tells whether the model has changed. */
    private record Version(long step, long parameters) {
        static Version of(Status status) {
            return new Version(status.step(), status.parameters());
        }
    }

    /**
     * @param page that is looked at
     * @param question what to work out, asked for on the FX thread
     * @param seen gets what came of it
     * @param refused gets the reason where nothing did
     */
    public Follower(
            Desk desk, Node page, Supplier<Inspection<T>> question, Consumer<T> seen, Consumer<Throwable> refused) {
        this.desk = desk;
        this.page = page;
        this.question = question;
        this.seen = seen;
        this.refused = refused;
        desk.onLook(this::beat);
    }

    /** Works it out anew as soon as possible, since something else is wanted now. */
    public void again() {
        due = true;
        beat();
    }

    /** Leaves what is shown as it is, until it is asked for again. */
    public void pause() {
        paused = true;
    }

    public void goOn() {
        paused = false;
    }

    private void beat() {
        if (work != null || !Shown.is(page)) {
            return;
        }
        Version now = Version.of(desk.status());
        boolean changed = !paused && !now.equals(shown) && System.nanoTime() >= notBefore;
        if (due || changed) {
            due = false;
            shown = now;
            begin();
        }
    }

    private void begin() {
        long began = System.nanoTime();
        CompletableFuture<T> begun = desk.session().inspect(question.get());
        work = begun;
        FxThread.whenDone(begun, seen, refused);
        FxThread.whenEnded(begun, () -> {
            work = null;
            long now = System.nanoTime();
            notBefore = now + Math.max(LEAST_PAUSE_NANOS, PAUSE * (now - began));
        });
    }
}
