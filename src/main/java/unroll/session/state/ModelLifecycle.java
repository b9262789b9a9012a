package unroll.session.state;

import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.checkpoint.RunNotes;
import unroll.checkpoint.SafetensorsFile;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.session.data.DataFinder;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.data.ShortText;
import unroll.session.history.Autosave;
import unroll.session.history.History;
import unroll.session.history.RunFolder;
import unroll.session.history.SnapshotFiles;
import unroll.session.model.Learner;
import unroll.session.model.WeightsVersion;
import unroll.session.race.Competitor;
import unroll.session.run.Run;
import unroll.session.run.RunProgress;
import unroll.settings.Settings;
import unroll.train.TrainingEvent;

/**
 * Replaces the session's model: by a new one, one from a file, an earlier state of itself, a network of a race; a trained one that
 * gives way is set aside. For the trainer's thread alone, but where it says otherwise. Where a change fails, the state stays as it
 * was.
 */
public final class ModelLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ModelLifecycle.class);

    private final SessionStore store;
    private final Autosave.Target autosaves;
    private final History.Storage histories;
    private final boolean savesRuns;

    /**
     * @param folder where runs are saved; where it cannot be written they are not
     * @param keepsSnapshots whether snapshots of runs are to be kept
     */
    public ModelLifecycle(SessionStore store, RunFolder folder, BooleanSupplier keepsSnapshots) {
        this.store = store;
        SessionStore.Config config = store.config();
        savesRuns = folder.isWritable();
        autosaves = new Autosave.Target(
                Autosave.Paths.in(folder.path()), config.autosaveInterval(), store.files(), true, store::warn);
        histories = new History.Storage(
                new SnapshotFiles(folder.path().resolve(SnapshotFiles.FOLDER)),
                config.factory(),
                config.snapshots(),
                store.files(),
                () -> savesRuns && keepsSnapshots.getAsBoolean(),
                store::warn,
                config.clock());
    }

    /**
     * The run to train: that of the present model, or of a new one.
     *
     * @throws ProblemException where there is nothing to train on
     */
    public Run runToTrain() {
        SessionState now = store.state();
        if (now.model() != null) {
            return now.model().run();
        }
        Settings settings = now.nextSettings();
        Learner learner = store.config().factory().begin(dataToTrainOn(settings), settings);
        History history = History.begin(histories, settings, learner.captureBytes());
        Model model = model(learner, RunNotes.BLANK, settings, history, autosaveOfOther(WeightsVersion.of(0)));
        present(model, RunNotes.BLANK, UnaryOperator.identity());
        return model.run();
    }

    /**
     * What a new model of these settings learns from.
     *
     * @throws ProblemException where it is not open
     */
    public Dataset dataToTrainOn(Settings settings) {
        SessionState now = store.state();
        if (now.readOnly() != null) {
            throw new ProblemException(now.readOnly().reason());
        }
        if (now.opened().text() == null && Dataset.isAtHand(settings)) {
            throw Reason.NOTHING_TO_TRAIN_ON.exception();
        }
        return store.dataset(settings, now.opened());
    }

    /** Lets what the next settings can change in a run reach the present one. */
    public void changeRun() {
        Model model = store.state().model();
        if (model == null) {
            return;
        }
        Settings changed = model.settings().withChangeableOf(store.state().nextSettings());
        if (!changed.training().equals(model.settings().training())) {
            if (model.backing() instanceof Run run) {
                run.change(changed.training());
            }
            store.updateModel(model.backing(), present -> present.withSettings(changed));
        }
    }

    /**
     * Replaces the data, and the settings by those that fit them, and discards the model.
     *
     * @param relied what these were made for
     * @return false where files, settings or missing data are others by now, and nothing has changed
     */
    public boolean replaceData(SessionState relied, OpenedFiles opened, ShortText fit, Settings settings) {
        SessionState before = store.state();
        boolean replaced = store.update(relied::hasSameData, now -> now.withData(opened, fit, settings));
        if (replaced) {
            discard(before);
        }
        return replaced;
    }

    /**
     * Makes a model from a file the present one, with its data where they were found.
     *
     * @param relied when they were looked for
     * @return false where other files are open by now, and nothing has changed
     */
    public boolean open(SessionState relied, Model.ReadOnly file, DataFinder.@Nullable DataMatch found) {
        if (store.state().opened() != relied.opened()) {
            return false;
        }
        Settings settings = file.stored().settings();
        OpenedFiles opened = found == null ? OpenedFiles.NONE : found.opened();
        open(file, found, now -> now.withData(opened, ShortText.NONE, settings));
        return true;
    }

    /**
     * Lets the model that waits for just these data go on.
     *
     * @param relied when they were found
     * @return false where it is no longer the present one, or other files are open by now, and nothing has changed
     */
    public boolean resume(SessionState relied, Model.ReadOnly waiting, DataFinder.DataMatch found) {
        if (!store.state().has(waiting) || store.state().opened() != relied.opened()) {
            return false;
        }
        open(waiting, found, now -> now.withData(found.opened(), now.shortText(), now.nextSettings()));
        changeRun();
        return true;
    }

    private void open(Model.ReadOnly file, DataFinder.@Nullable DataMatch found, UnaryOperator<SessionState> change) {
        Learner.Capture stored = file.stored();
        Settings settings = stored.settings();
        Learner learner = found == null ? null : stored.resume(found.dataset());
        boolean isAutosave = autosaves.isFile(file.file());
        History history =
                isAutosave ? History.resume(histories, stored) : History.begin(histories, settings, stored.bytes());
        boolean isNowhere = isAutosave || SafetensorsFile.isForeign(file.file());
        WeightsVersion read = WeightsVersion.of(stored.step());
        Model.Saved saved = isNowhere ? Model.Saved.NOWHERE : new Model.Saved(file.file(), read);
        if (learner == null || found == null) {
            RunProgress progress = RunProgress.standing(stored.notes().metrics());
            Model model = new Model(file, history, settings, stored.parameters(), progress, saved);
            present(model, stored.notes(), change);
            return;
        }
        store.datasets().put(settings, found.opened(), found.dataset());
        Autosave autosave = isAutosave ? Autosave.ofSame(autosaves, read, now()) : autosaveOfOther(read);
        Model model = model(learner, stored.notes(), settings, history, autosave);
        present(model.withSaved(saved), stored.notes(), change);
        model.run().setBest(file.best());
    }

    /**
     * Lets the present model go on from one of its snapshots. What its autosave holds is kept as that of another one.
     *
     * @param dataset that it learns from
     * @throws ProblemException where this is no longer the present model
     */
    public void goBack(Model from, Learner.Capture snapshot, Dataset dataset) {
        if (!store.state().has(from.backing())) {
            throw Reason.MODEL_CHANGED.exception();
        }
        long step = snapshot.step();
        Learner.Capture best = from.run().bestUpTo(step);
        Settings settings = snapshot.settings();
        Learner learner = snapshot.resume(dataset);
        from.history().goBackTo(step);
        Model model = model(learner, snapshot.notes(), settings, from.history(), autosaveOfOther(WeightsVersion.NONE));
        present(
                model,
                snapshot.notes(),
                now -> now.withNextSettings(now.nextSettings().withChangeableOf(settings)));
        model.run().setBest(best);
    }

    /** A model, in no file of the user's, whose run goes on where its notes say it stands. */
    private Model model(Learner learner, RunNotes notes, Settings settings, History history, Autosave autosave) {
        Run run = new Run(learner, notes, settings.training(), context(autosave, history));
        return new Model(run, history, settings, learner.parameters(), run.progress(), Model.Saved.NOWHERE);
    }

    /** Makes this the present model. */
    private void present(Model model, RunNotes notes, UnaryOperator<SessionState> change) {
        replaceModel(now -> change.apply(now).withModel(model));
        store.curves().restore(notes, store::warn);
    }

    /** Keeps what the autosave holds now, which is of another model or of a later step. */
    private Autosave autosaveOfOther(WeightsVersion saved) {
        return Autosave.ofOther(autosaves, saved, now());
    }

    /** Makes a network of a race the present model, as it is, and ends the race; its run rests. */
    public void adopt(Competitor trained) {
        Settings settings = trained.settings();
        Run run = trained.run();
        History history = History.begin(histories, settings, run.captureBytes());
        Model model = new Model(run, history, settings, trained.parameters(), run.progress(), Model.Saved.NOWHERE);
        replaceModel(now ->
                now.withNextSettings(settings).withRace(now.race().over()).withModel(model));
        run.moveTo(context(autosaveOfOther(WeightsVersion.NONE), history));
    }

    private Run.Context context(Autosave autosave, History history) {
        return new Run.Context(
                new RunListener(),
                store.curves(),
                store.liveSamples(),
                savesRuns ? autosave : null,
                history,
                store.config().clock());
    }

    /** Takes the news of the present run down. On the trainer's thread, samples apart. */
    private final class RunListener implements Run.Listener {
        @Override
        public void onProgress(Run run, RunProgress progress) {
            store.updateModel(run, model -> model.withProgress(progress));
        }

        @Override
        public void onEvent(TrainingEvent event) {
            store.recent().add(event, store.state().settings().training().clipping());
            store.events().publish(event);
        }
    }

    /** Pauses the run of the present model. */
    public void pauseRun() {
        Run run = store.state().run();
        if (run != null) {
            run.pause();
        }
    }

    /** Forgets the model, its curves and its news; what was opened stays. */
    public void discardModel() {
        replaceModel(now -> now.withModel(null));
    }

    private void replaceModel(UnaryOperator<SessionState> change) {
        SessionState before = store.state();
        store.update(change);
        discard(before);
    }

    /** A trained model is set aside, as long as memory does not run short. */
    private void discard(SessionState before) {
        Run run = before.run();
        if (run != null) {
            run.pause();
            if (run.progress().metrics().step() > 0) {
                setAside(before, run);
            }
            run.discard();
        }
        store.curves().clear();
        store.recent().clear();
        store.events().drain();
    }

    private void setAside(SessionState before, Run run) {
        try {
            Bookmark bookmark = Bookmark.of(before);
            EarlierRun earlier = EarlierRun.of(
                    before, bookmark, store.curves().view(), store.recent().lastText());
            store.update(now -> now.withEarlierRuns(now.earlierRuns().with(earlier)));
            if (before.model() != null && before.model().isUnsaved()) {
                run.autosave();
            }
        } catch (OutOfMemoryError full) {
            LOG.warn("There is no memory to set the model aside.", full);
        }
    }

    /**
     * Holds again what it held then; the present model is discarded. It takes the place of the earlier run that left the
     * bookmark; any other bookmark brings back the earlier runs of its time as well.
     *
     * @param dataset that the model of the bookmark learns from; null where it has none
     */
    public void restore(Bookmark bookmark, @Nullable Dataset dataset) {
        UnaryOperator<SessionState> change =
                now -> now.withData(bookmark.opened(), bookmark.shortText(), bookmark.nextSettings());
        Bookmark.ModelCopy copy = bookmark.model();
        if (copy == null || dataset == null) {
            replaceModel(change);
        } else {
            resume(copy, bookmark.opened(), dataset, change);
        }
        store.update(now -> now.withEarlierRuns(now.earlierRuns().after(bookmark)));
    }

    private void resume(
            Bookmark.ModelCopy copy, OpenedFiles opened, Dataset dataset, UnaryOperator<SessionState> change) {
        Learner.Capture capture = copy.capture();
        Settings settings = capture.settings();
        Learner learner = capture.resume(dataset);
        store.datasets().put(settings, opened, dataset);
        History history = History.resume(histories, capture);
        Model model = model(learner, capture.notes(), settings, history, autosaveOfOther(WeightsVersion.NONE));
        present(model.withSaved(copy.saved()), capture.notes(), change);
        model.run().setBest(copy.best());
    }

    /** Forgets all snapshots of the present run, and deletes whatever snapshots there are on disk; for any thread. */
    public void forgetSnapshots() {
        Model model = store.state().model();
        if (model != null) {
            model.history().forget();
        }
        store.files().execute(histories.files()::clear);
    }

    private long now() {
        return store.config().clock().getAsLong();
    }
}
