package unroll.ui.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import unroll.lens.ngram.NGramLosses;
import unroll.session.Curves;
import unroll.session.Phase;
import unroll.session.Session;
import unroll.session.Settings;
import unroll.session.Status;
import unroll.train.TrainingEvent;

/**
 * What every panel shares: the session, looked at five times a second and offered as observable values. Lives on the FX
 * thread.
 */
public final class Desk {
    private final Session session;
    private final ReadOnlyObjectWrapper<Status> status;
    private final ReadOnlyObjectWrapper<Curves.View> curves;
    private final ObjectProperty<@Nullable Notice> notice = new SimpleObjectProperty<>();
    private final List<Consumer<TrainingEvent>> listeners = new ArrayList<>();
    private final NGrams ngrams = new NGrams();
    private final List<Runnable> followers = new ArrayList<>();

    public Desk(Session session) {
        this.session = session;
        status = new ReadOnlyObjectWrapper<>(session.status());
        curves = new ReadOnlyObjectWrapper<>(session.curves().view());
    }

    /** Looks at the session and tells the panels what is new. */
    public void refresh() {
        List<TrainingEvent> events = session.events().drain();
        Status now = session.status();
        if (!events.isEmpty() || !now.equals(status.get())) {
            curves.set(session.curves().view());
            status.set(now);
        }
        ngrams.look(now);
        events.forEach(event -> listeners.forEach(listener -> listener.accept(event)));
        followers.forEach(Runnable::run);
    }

    /** Runs at every look at the session, whether or not something has changed. */
    public void onLook(Runnable follower) {
        followers.add(follower);
    }

    public void onEvent(Consumer<TrainingEvent> listener) {
        listeners.add(listener);
    }

    /** Does something with the session; a failure becomes a notice. */
    public <T> void follow(CompletableFuture<T> future, Consumer<T> done) {
        FxThread.whenDone(
                future,
                result -> {
                    refresh();
                    done.accept(result);
                },
                thrown -> {
                    refresh();
                    tell(Notice.problem(thrown));
                });
    }

    /**
     * Changes the settings of the next model, or what may change in the present run.
     *
     * @throws IllegalArgumentException with a sentence where they cannot work
     */
    public void apply(Settings settings) {
        session.settings(settings);
        refresh();
    }

    public void tell(Notice news) {
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
        return status().step() > 0 || status().phase() != Phase.READY;
    }

    public ReadOnlyObjectProperty<Status> statusProperty() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Curves.View> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** What n-grams reach on the text that is learned, where that can be compared; null where it cannot, or not yet. */
    public ReadOnlyObjectProperty<@Nullable NGramLosses> ngramsProperty() {
        return ngrams.lossesProperty();
    }

    /** The latest thing to tell; null once it has been put away. */
    public ObjectProperty<@Nullable Notice> noticeProperty() {
        return notice;
    }
}
