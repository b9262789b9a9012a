package unroll.session.state;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.session.background.DaemonThread;
import unroll.session.background.TrainerLoop;
import unroll.session.data.Dataset;
import unroll.session.data.DatasetCache;
import unroll.session.data.OpenedFiles;
import unroll.session.history.History;
import unroll.session.model.ModelBacking;
import unroll.session.model.TrainerFactory;
import unroll.session.run.Curves;
import unroll.session.run.EventBuffer;
import unroll.session.run.LiveSamples;
import unroll.session.run.RecentRun;
import unroll.settings.Settings;
import unroll.train.TrainingEvent;

/**
 * Holds the session's one {@link SessionState}, and beside it what grows with a run: its events and curves. A change is a function
 * from state to state, applied to whatever the state is then. The trainer's thread makes them, so that what it has seen of the state
 * still holds there; the three that other threads make as well are methods of their own. It can be read on any thread. It has the
 * two that do the session's work.
 */
public final class SessionStore {
    /**
     * What tests replace.
     *
     * @param clock nanoseconds that only ever grow
     * @param autosaveInterval between two autosaves of a running run
     * @param snapshots how many snapshots of a run are kept
     */
    public record Config(
            TrainerFactory factory, LongSupplier clock, Duration autosaveInterval, History.Limits snapshots) {}

    private final AtomicReference<SessionState> state = new AtomicReference<>(SessionState.EMPTY);
    private final Config config;
    private final EventBuffer events = new EventBuffer();
    private final Curves curves = new Curves();
    private final RecentRun recent = new RecentRun();
    private final LiveSamples liveSamples = new LiveSamples();
    private final DatasetCache datasets = new DatasetCache();
    private final TrainerLoop trainer = TrainerLoop.start();
    private final DaemonThread files = new DaemonThread("unroll-files");

    public SessionStore(Config config) {
        this.config = config;
    }

    public SessionState state() {
        return Objects.requireNonNull(state.get());
    }

    /** Changes the state; on the trainer's thread. */
    public void update(UnaryOperator<SessionState> change) {
        update(now -> true, change);
    }

    /**
     * Changes the state where it still is as it was seen; on the trainer's thread.
     *
     * @return whether it is
     */
    boolean update(Predicate<SessionState> asSeen, UnaryOperator<SessionState> change) {
        trainer.requireInside();
        return apply(asSeen, change);
    }

    /** Changes the present model, where this stands behind it; on the trainer's thread. */
    void updateModel(ModelBacking backing, UnaryOperator<Model> change) {
        update(now -> now.has(backing), now -> now.withModel(change.apply(now.presentModel())));
    }

    /**
     * Changes the settings of the next model, where they and what is open are those that were seen; on any thread, because whoever
     * sets something wants to see it at once.
     *
     * @return whether they are
     */
    public boolean updateSettings(SessionState seen, Settings settings) {
        return apply(
                now -> now.opened() == seen.opened() && now.nextSettings() == seen.nextSettings(),
                now -> now.withNextSettings(settings));
    }

    /** Takes note of where this model was saved; on any thread, because files are still written when the trainer has ended. */
    public void updateSaved(ModelBacking backing, Model.Saved saved) {
        apply(now -> now.has(backing), now -> now.withModel(now.presentModel().withSaved(saved)));
    }

    /**
     * What models of these settings learn from; takes its time where the task has examples to make. The state takes them up where
     * they are its own; on any thread.
     *
     * @throws ProblemException where there is too little, or nothing the task could read
     */
    public Dataset dataset(Settings settings, OpenedFiles opened) {
        Dataset dataset = datasets.get(settings, opened);
        apply(now -> true, now -> now);
        return dataset;
    }

    private boolean apply(Predicate<SessionState> asSeen, UnaryOperator<SessionState> change) {
        SessionState before = state();
        while (asSeen.test(before)) {
            if (state.compareAndSet(before, withDataset(before, change.apply(before)))) {
                return true;
            }
            before = state();
        }
        return false;
    }

    /** With the data of its own settings and files, where they are at hand. */
    private SessionState withDataset(SessionState before, SessionState now) {
        boolean same = before.dataset() != null
                && DatasetCache.isSame(before.settings(), before.opened(), now.settings(), now.opened());
        return same ? now : now.withDataset(datasets.atHand(now.settings(), now.opened()));
    }

    public Config config() {
        return config;
    }

    public EventBuffer events() {
        return events;
    }

    public Curves curves() {
        return curves;
    }

    public RecentRun recent() {
        return recent;
    }

    public LiveSamples liveSamples() {
        return liveSamples;
    }

    /** What models learn from. */
    public DatasetCache datasets() {
        return datasets;
    }

    /** The one thread that touches the engine and the present model. */
    public TrainerLoop trainer() {
        return trainer;
    }

    /** The thread that reads and writes files. */
    public DaemonThread files() {
        return files;
    }

    /** Tells of something that went wrong beside the run. */
    void warn(Problem problem) {
        events.publish(new TrainingEvent.Warned(state().progress().metrics().step(), problem));
    }

    /** The present state for the screen; for any thread. */
    public Status status() {
        return Status.of(state(), curves.version());
    }
}
