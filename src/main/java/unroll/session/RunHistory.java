package unroll.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import unroll.corpus.CorpusReader;
import unroll.session.background.Futures;
import unroll.session.data.Dataset;
import unroll.session.history.Snapshots;
import unroll.session.model.Learner;
import unroll.session.state.Bookmark;
import unroll.session.state.EarlierRun;
import unroll.session.state.Model;
import unroll.session.state.ModelLifecycle;
import unroll.session.state.SessionState;
import unroll.session.state.SessionStore;
import unroll.session.state.Status;
import unroll.settings.Settings;

/**
 * What a session can go back to: snapshots of the present run, runs that gave way to others, and what was held when a bookmark was
 * set. As the methods of {@link Session}, these may be called from any thread and return at once.
 */
public final class RunHistory {
    private final SessionStore store;
    private final ModelLifecycle models;
    private final DataOpening data;
    private final Race race;

    RunHistory(SessionStore store, ModelLifecycle models, DataOpening data, Race race) {
        this.store = store;
        this.models = models;
        this.data = data;
        this.race = race;
    }

    /** The snapshots of the present run that are kept; cheap enough for every frame, and the same object until they change. */
    public Snapshots snapshots() {
        Model model = store.state().model();
        return model == null ? Snapshots.NONE : model.history().view();
    }

    /** Forgets all snapshots and deletes their files; more are kept unless the preference says otherwise. */
    public void deleteSnapshots() {
        models.forgetSnapshots();
    }

    /**
     * Goes back to a snapshot that is kept, and rests there: model, run, curves and what can change in a run are as they were,
     * so that training goes on bit for bit as it did then. What came afterwards is lost (ask the user first, see
     * {@link Status.ModelFile#unsaved()}); the autosave still holds it until the next one. Nothing changes where this fails.
     */
    public CompletableFuture<Void> goBackTo(long step) {
        return store.files().run(() -> {
            SessionState now = store.state();
            Model model = now.presentModel();
            model.run();
            Learner.Capture snapshot = model.history().read(step);
            Dataset dataset = store.dataset(model.settings(), now.opened());
            Futures.await(store.trainer().run(() -> {
                models.goBack(model, snapshot, dataset);
                race.pauseAll();
            }));
        });
    }

    /**
     * What the session held when a trained model was last replaced, by whatever did that: to be restored. Null where none was,
     * or where memory has run short since.
     */
    public @Nullable Bookmark setAside() {
        return store.state().earlierRuns().setAside();
    }

    /** The runs of this session that gave way to others, the newest last; the same list until they change. */
    public List<EarlierRun> earlierRuns() {
        return store.state().earlierRuns().list();
    }

    /** Forgets an earlier run; the present one and what was set aside last are as they were. */
    public CompletableFuture<Void> forget(EarlierRun run) {
        return store.trainer()
                .run(() -> store.update(
                        now -> now.withEarlierRuns(now.earlierRuns().without(run))));
    }

    /** What the session holds now, to be restored later. */
    public CompletableFuture<Bookmark> bookmark() {
        return store.trainer().call(() -> Bookmark.of(store.state()));
    }

    /** Holds again what it held then, and rests; the present model is set aside, where it is trained. Nothing changes where this fails. */
    public CompletableFuture<Void> restore(Bookmark bookmark) {
        data.breakOff();
        return store.files().run(() -> {
            Bookmark.ModelCopy copy = bookmark.model();
            Dataset dataset = copy == null
                    ? null
                    : Dataset.of(
                            copy.capture().settings(),
                            bookmark.opened(),
                            copy.capture().subject().layout());
            Futures.await(store.trainer().run(() -> {
                models.restore(bookmark, dataset);
                race.pauseAll();
                race.end();
            }));
        });
    }

    /**
     * Begins again as the program begins: with a bundled text, the default settings, no model and no earlier runs. A trained model
     * is set aside.
     */
    public CompletableFuture<Void> startOver(String bundledText) {
        return store.files()
                .call(() -> CorpusReader.bundled(bundledText))
                .thenCompose(text -> data.setUp(Settings.DEFAULT, text))
                .thenCompose(done -> store.trainer()
                        .run(() -> store.update(
                                now -> now.withEarlierRuns(now.earlierRuns().forgotten()))));
    }
}
