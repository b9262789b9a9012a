package unroll.session.state;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import unroll.message.Problem;
import unroll.session.background.DaemonThread;
import unroll.session.background.TrainerLoop;
import unroll.session.data.Dataset;
import unroll.session.data.DatasetCache;
import unroll.session.history.History;
import unroll.session.model.EngineTrainerFactory;
import unroll.session.model.ModelBacking;
import unroll.session.model.TrainerFactory;
import unroll.session.run.Curves;
import unroll.session.run.EventBuffer;
import unroll.session.run.LiveSamples;
import unroll.session.run.RecentRun;
import unroll.train.TrainingEvent;

/**
 * Holds the session's one {@link SessionState}, and beside it what grows with a run: its events and curves. A change is a function
 * from state to state, applied to whatever the state is then; one that relies on an earlier look checks that it still holds. For any
 * thread; it has the two that do the session's work.
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

    /** Changes the state. */
    public void update(UnaryOperator<SessionState> change) {
        state.updateAndGet(change);
    }

    /**
     * Changes the state where it is still one that the change relies on.
     *
     * @return whether it was
     */
    public boolean update(Predicate<SessionState> holds, UnaryOperator<SessionState> change) {
        SessionState before = state();
        while (holds.test(before)) {
            if (state.compareAndSet(before, change.apply(before))) {
                return true;
            }
            before = state();
        }
        return false;
    }

    /** Changes the present model, where this stands behind it; for any thread. */
    public void updateModel(ModelBacking backing, UnaryOperator<Model> change) {
        update(now -> now.model() != null && now.has(backing) ? now.withModel(change.apply(now.model())) : now);
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
        SessionState now = state();
        Dataset dataset = datasets.atHand(now.settings(), now.opened());
        return new Status(now.opened(), dataset, now.settings(), now.progress(), file(now, dataset), curves.version());
    }

    private static Status.ModelFile file(SessionState now, @Nullable Dataset dataset) {
        Model model = now.model();
        if (model != null) {
            return new Status.ModelFile(model.parameters(), model.saved().file(), model.isUnsaved());
        }
        long parameters = dataset == null
                ? 0
                : EngineTrainerFactory.spec(dataset, now.settings()).parameters();
        return new Status.ModelFile(parameters, null, false);
    }
}
