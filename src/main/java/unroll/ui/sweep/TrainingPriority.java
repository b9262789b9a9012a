package unroll.ui.sweep;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import unroll.session.Session;
import unroll.session.race.RaceStatus;
import unroll.session.run.Phase;
import unroll.sweep.BackgroundSweep;
import unroll.sweep.BackgroundSweep.SweepState;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Lets either a sweep or what the window trains go on, so that neither slows the other down. */
final class TrainingPriority {
    /** Which of the two waits for the other. */
    enum Waiting {
        SWEEP("The sweep waits"),
        TRAINING("Training waits");

        private final String title;

        Waiting(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final WindowModel window;
    private final BackgroundSweep sweep;
    private Waiting waiting = Waiting.SWEEP;
    /** Goes on with what was paused for the sweep; null where nothing was. */
    private @Nullable Supplier<CompletableFuture<Void>> resume;

    private @Nullable Object pausedModel;

    TrainingPriority(WindowModel window, BackgroundSweep sweep) {
        this.window = window;
        this.sweep = sweep;
        window.onTick(this::poll);
    }

    void set(Waiting value) {
        waiting = value;
        poll();
    }

    private void poll() {
        Session session = window.session();
        boolean training = session.status().phase() == Phase.RUNNING;
        boolean racing = session.race().state() == RaceStatus.RaceState.RUNNING;
        sweep.setWaiting(waiting == Waiting.SWEEP && (training || racing));
        boolean sweeping = sweep.status().state() == SweepState.RUNNING;
        if (waiting == Waiting.TRAINING && sweeping && (training || racing)) {
            pausedModel = session.modelIdentity();
            resume = racing ? session.race()::goOn : session::train;
            window.follow(
                    session.pause(),
                    paused -> window.show(
                            Notice.information(
                                    "Training waits for the sweep and goes on after it. The Sweep window has the choice to let the sweep wait instead.")));
        } else if (!sweeping && resume != null) {
            Supplier<CompletableFuture<Void>> paused = resume;
            resume = null;
            if (session.modelIdentity() == pausedModel) {
                window.follow(paused.get(), resumed -> {});
            }
        }
    }
}
