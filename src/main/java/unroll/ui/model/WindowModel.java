package unroll.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.corpus.Split;
import unroll.lens.ngram.NGramLosses;
import unroll.message.ProblemException;
import unroll.session.ModelCopies.ModelFunction;
import unroll.session.NGramCounting;
import unroll.session.Session;
import unroll.session.data.Dataset;
import unroll.session.run.Curves;
import unroll.session.run.Phase;
import unroll.session.state.EarlierRun;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.train.TrainingEvent;
import unroll.ui.control.Nodes;

/**
 * What every panel shares: the session, looked at five times a second and offered as observable values. Lives on the FX
 * thread.
 */
public final class WindowModel {
    private static final Logger LOG = LoggerFactory.getLogger(WindowModel.class);
    private static final int TICKS_BEFORE_COUNTING = 11;

    private final Session session;
    private final ReadOnlyObjectWrapper<Status> status;
    private final ReadOnlyObjectWrapper<Curves.View> curves;
    private final ObjectProperty<@Nullable Notice> notice = new SimpleObjectProperty<>();
    private final List<Consumer<TrainingEvent>> listeners = new ArrayList<>();
    private final List<Runnable> replacements = new ArrayList<>();
    private final List<Runnable> discards = new ArrayList<>();
    private final List<Runnable> ticks = new CopyOnWriteArrayList<>();
    private final ReadOnlyObjectWrapper<List<EarlierRun>> earlierRuns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable NGramLosses> ngrams = new ReadOnlyObjectWrapper<>();
    private final ModelQuery<CountedText, NGramLosses> counting;
    private @Nullable Dataset counted;
    private int ticksWithText;
    private @Nullable Object model;
    private ModelQuery.Version version = new ModelQuery.Version(0, 0, false);

    /** A text whose n-grams are counted in one part and measured in another. */
    private record CountedText(Dataset dataset, Split split) {}

    public WindowModel(Session session) {
        this.session = session;
        status = new ReadOnlyObjectWrapper<>(session.status());
        curves = new ReadOnlyObjectWrapper<>(session.curves().view());
        NGramCounting counter = session.nGrams();
        // A copy may be canceled without breaking off the counting, which goes on after another model has come.
        counting = query(
                        this::onTick,
                        (CountedText text) ->
                                counter.count(text.dataset, text.split).copy())
                .onAnswer((text, losses) -> ngrams.set(losses))
                .onRefusal(sentence -> LOG.warn("The n-grams could not be counted: {}", sentence));
    }

    /** Polls the session and publishes what is new; to be called several times a second. */
    public void refresh() {
        List<TrainingEvent> events = session.events().drain();
        Status now = session.status();
        boolean changed = !events.isEmpty() || !now.equals(status.get());
        update(now, changed);
        if (changed) {
            curves.set(session.curves().view());
            status.set(now);
        }
        earlierRuns.set(now.earlierRuns());
        countNGrams(now);
        events.forEach(event -> listeners.forEach(listener -> listener.accept(event)));
        ticks.forEach(Runnable::run);
    }

    private void update(Status now, boolean changed) {
        Object present = now.modelIdentity();
        boolean other = present != model;
        if (other && model != null) {
            discards.forEach(Runnable::run);
        }
        model = present;
        version = new ModelQuery.Version(
                version.model() + (other ? 1 : 0),
                version.change() + (changed || other ? 1 : 0),
                now.phase() == Phase.RUNNING);
    }

    /** Waits a moment first, so that neither the start nor a click on Train waits for the counting. */
    private void countNGrams(Status now) {
        Dataset dataset = now.dataset();
        if (dataset != counted) {
            counted = dataset;
            ticksWithText = 0;
            ngrams.set(null);
            counting.cancel();
        }
        Split split = now.settings().split();
        if (dataset != null && NGramCounting.suits(dataset, split) && ++ticksWithText == TICKS_BEFORE_COUNTING) {
            counting.submit(new CountedText(dataset, split));
        }
    }

    /** Smooths the curves again, and with them the loss that all parts of the window show. */
    public void setSmoothing(double decay) {
        session.curves().setSmoothing(decay);
        curves.set(session.curves().view());
    }

    /** Runs at every refresh, whether or not something has changed. */
    public void onTick(Runnable action) {
        ticks.add(action);
    }

    /** Runs at every refresh while the owner is part of a window, seen or not; what is thrown away is forgotten. */
    public void onTick(Node owner, Runnable action) {
        owner.sceneProperty().subscribe(scene -> {
            ticks.remove(action);
            if (scene != null) {
                ticks.add(action);
            }
        });
    }

    /**
     * Runs once for every model that can be looked into, and once where there is none, as soon as the owner can be seen.
     *
     * @param action is given whether there is one
     */
    public void onOtherModel(Node owner, Consumer<Boolean> action) {
        AtomicReference<@Nullable Object> last = new AtomicReference<>(new Object());
        onTick(owner, () -> {
            Object present = hasTrainedModel() || showsStarter() ? session.modelIdentity() : null;
            if (present != last.get() && Nodes.isShowing(owner)) {
                last.set(present);
                action.accept(present != null);
            }
        });
    }

    /**
     * Questions about the model that are asked only while their owner can be seen.
     *
     * @param question begins the work on it, whose future may be canceled
     */
    public <Q, R> ModelQuery<Q, R> query(Node owner, Function<Q, CompletableFuture<R>> question) {
        return query(action -> onTick(owner, action), question).onlyWhile(() -> Nodes.isShowing(owner));
    }

    /**
     * Looks into copies of the model while the owner can be seen.
     *
     * @param answered gets what was found
     */
    public <R> ModelQuery<ModelFunction<R>, R> inspect(Node owner, Consumer<R> answered) {
        return this.<ModelFunction<R>, R>query(owner, session.copies()::inspect)
                .onAnswer((asked, answer) -> answered.accept(answer));
    }

    private <Q, R> ModelQuery<Q, R> query(Consumer<Runnable> onTick, Function<Q, CompletableFuture<R>> question) {
        return new ModelQuery<>(new ModelQuery.Host(() -> version, onTick, System::nanoTime, FxThread::run), question);
    }

    public void onEvent(Consumer<TrainingEvent> listener) {
        listeners.add(listener);
    }

    /** Does something with the session; a failure becomes a notice. */
    public <T> void follow(CompletableFuture<T> future, Consumer<T> done) {
        FxThread.whenDone(
                future,
                result -> {
                    // Restored weights, for one, change nothing else.
                    update(status(), true);
                    refresh();
                    done.accept(result);
                },
                thrown -> {
                    refresh();
                    show(Notice.problem(thrown));
                });
    }

    /**
     * Changes the settings of the next model, or what may change in the present run.
     *
     * @throws ProblemException where they cannot work
     */
    public void apply(Settings settings) {
        session.settings().set(settings);
        refresh();
    }

    /** Runs when settings have been replaced as a whole, as by a preset, not one of them by its field. */
    public void onSettingsReplaced(Runnable listener) {
        replacements.add(listener);
    }

    /** Replaces settings as a whole, as {@link #apply} does. */
    public void replaceSettings(Settings settings) {
        apply(settings);
        publishReplacedSettings();
    }

    /** To be called when the session's settings have been replaced as a whole. */
    public void publishReplacedSettings() {
        replacements.forEach(Runnable::run);
    }

    /** Runs when the model is no longer the one of before: what it wrote is no longer of any model there is. */
    public void onModelDiscarded(Runnable listener) {
        discards.add(listener);
    }

    public void show(Notice news) {
        notice.set(news);
    }

    public Session session() {
        return session;
    }

    public Status status() {
        return status.get();
    }

    /** Whether a model exists whose shape can no longer be changed. */
    public boolean hasTrainedModel() {
        return status().metrics().step() > 0 || status().phase() != Phase.READY;
    }

    /** Whether a model that ships with the program is looked into, because there is none yet. */
    public boolean showsStarter() {
        return session.copies().starter() != null;
    }

    public ReadOnlyObjectProperty<Status> statusProperty() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Curves.View> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** The runs of this session that gave way to others, the newest last. */
    public ReadOnlyObjectProperty<List<EarlierRun>> earlierRunsProperty() {
        return earlierRuns.getReadOnlyProperty();
    }

    /** What n-grams reach on the text that is learned, where that can be compared; null where it cannot, or not yet. */
    public ReadOnlyObjectProperty<@Nullable NGramLosses> ngramsProperty() {
        return ngrams.getReadOnlyProperty();
    }

    /** The latest thing to tell; null once it has been put away. */
    public ObjectProperty<@Nullable Notice> noticeProperty() {
        return notice;
    }
}
