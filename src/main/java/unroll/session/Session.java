package unroll.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.corpus.CorpusReader;
import unroll.files.OutputFile;
import unroll.files.OutputLock;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.sample.SamplingSettings;
import unroll.session.background.DaemonThread;
import unroll.session.background.Futures;
import unroll.session.background.TrainerLoop;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.history.Autosave;
import unroll.session.history.History;
import unroll.session.history.RunFolder;
import unroll.session.history.Snapshots;
import unroll.session.model.EngineTrainerFactory;
import unroll.session.model.Learner;
import unroll.session.model.TrainerFactory;
import unroll.session.run.Curves;
import unroll.session.run.EventBuffer;
import unroll.session.run.RecentRun;
import unroll.session.run.Run;
import unroll.session.state.Bookmark;
import unroll.session.state.EarlierRun;
import unroll.session.state.Model;
import unroll.session.state.SessionState;
import unroll.session.state.SessionStore;
import unroll.session.state.Status;
import unroll.settings.Settings;

/**
 * The application without a screen: one text, one model, one run in the background. Every method may be called from any
 * thread and returns at once; what takes time is a future, and what happens arrives in {@link #events()}. A future that
 * fails carries an exception whose message is a sentence for the user.
 *
 * <p>Five daemon threads do the work. {@code unroll-trainer} alone touches the engine and the present model;
 * {@code unroll-files} reads and writes files; two more write texts with copies of the network, and {@code unroll-lens} looks inside
 * them. A save or a sample takes
 * its copy on the trainer's thread between two steps, so it is consistent, and the run goes on as if nothing had been
 * asked.
 */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration AUTOSAVE_INTERVAL = Duration.ofMinutes(1);
    private static final Duration LAST_STEP = Duration.ofSeconds(1);
    private static final Duration LAST_FILES = Duration.ofMinutes(1);

    private final Path home;
    private final RunFolder folder;
    private final TrainerFactory factory;
    private final TrainerLoop trainer = TrainerLoop.start();
    private final DaemonThread files = new DaemonThread("unroll-files");
    private final SessionStore store;
    private final Race race;
    private final DataOpening data;
    private final ModelCopies copies;
    private final RecentFiles recentFiles;
    private final Preferences preferences;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param folder where autosaves and recent files are kept; a second program at the same time keeps its run in a folder within it */
    public Session(Path folder) {
        this(
                folder,
                new SessionStore.Config(
                        new EngineTrainerFactory(), System::nanoTime, AUTOSAVE_INTERVAL, History.Limits.DEFAULT));
    }

    Session(Path folder, SessionStore.Config config) {
        home = folder;
        this.folder = RunFolder.claim(folder);
        factory = config.factory();
        recentFiles = new RecentFiles(folder.resolve("recent.json"), files);
        preferences = new Preferences(folder.resolve("preferences.json"), files);
        store = new SessionStore(config, this.folder, files, this::recordsSnapshots);
        race = new Race(store, trainer);
        data = new DataOpening(store, trainer, race, files, recentFiles);
        copies = new ModelCopies(store, trainer, files);
    }

    SessionState state() {
        return store.state();
    }

    /** A consistent look at everything; cheap enough for every frame. */
    public Status status() {
        return store.status();
    }

    /** What has happened since the last drain: steps are merged into the curves, the rest is queued and bounded. */
    public EventBuffer events() {
        return store.events();
    }

    /** The loss and gradient curves of this run, bounded however long it lasts; the same object for ever. */
    public Curves curves() {
        return store.curves();
    }

    /** What happened lately in this run; the same object for ever. */
    public RecentRun recent() {
        return store.recent();
    }

    /** What the session learns from, to be replaced; the same object for ever. */
    public DataOpening data() {
        return data;
    }

    /** Copies of the model that write and are looked into; the same object for ever. */
    public ModelCopies copies() {
        return copies;
    }

    // --- settings ---

    /** What the next model is made from; beside {@link Status#settings()}, where the present one was made from others. */
    public Settings nextSettings() {
        return store.state().nextSettings();
    }

    /** Replaces the settings of the next model, as {@link #changeSettings}. */
    public void settings(Settings settings) {
        changeSettings(before -> settings);
    }

    /**
     * Changes the settings of the next model. While there is a model only what can change in a run is taken (learning
     * rate, schedule, clipping, intervals, patience); the rest waits for {@link #reset()}.
     *
     * @throws ProblemException where they cannot work
     */
    public void changeSettings(UnaryOperator<Settings> change) {
        boolean changed = false;
        while (!changed) {
            SessionState now = store.state();
            Settings settings = change.apply(now.nextSettings());
            if (!check(settings, now) && !Dataset.isAtHand(settings)) {
                makeDataBeforehand(settings, now.opened());
            }
            changed = store.update(
                    then -> then.opened() == now.opened() && then.nextSettings() == now.nextSettings(),
                    then -> then.withNextSettings(settings));
        }
        trainer.run(store::changeRun);
    }

    /**
     * Makes sure that a model of these settings could be trained on what is open, as far as its data are known.
     *
     * @throws ProblemException where it could not
     */
    public void check(Settings settings) {
        check(settings, store.state());
    }

    /** Whether the data were there to check it. */
    private boolean check(Settings settings, SessionState now) {
        Dataset dataset = store.datasets().atHand(settings, now.opened());
        if (dataset != null) {
            factory.check(dataset, settings);
        }
        return dataset != null;
    }

    /** So that the window knows how large the model will be; a refusal is said when somebody wants to train. */
    private void makeDataBeforehand(Settings settings, OpenedFiles opened) {
        files.run(() -> store.datasets().get(settings, opened)).exceptionally(refused -> {
            LOG.info("The data could not be made beforehand.", refused);
            return null;
        });
    }

    /** How the live samples are drawn. */
    public void sampling(SamplingSettings settings) {
        store.liveSamples().settings(settings);
    }

    // --- the run ---

    /** Starts a new model, or goes on with the present one. */
    public CompletableFuture<Void> train() {
        return trainer.run(() -> {
            Run run = store.runToTrain();
            race.pauseNow();
            run.start();
            trainer.work(run::turn);
        });
    }

    /** Holds the run after the step it is at; the future completes when it rests. */
    public CompletableFuture<Void> pause() {
        return trainer.run(this::pauseAll);
    }

    /** Only on the trainer's thread. */
    private void pauseAll() {
        trainer.pause();
        store.pauseRun();
        race.pauseNow();
    }

    /** One update, then rest. */
    public CompletableFuture<Void> step() {
        return trainer.run(() -> {
            Run run = store.runToTrain();
            pauseAll();
            run.start();
            run.turn();
            run.pause();
        });
    }

    /** Forgets the model and its curves; the text and the settings stay. */
    public CompletableFuture<Void> reset() {
        return trainer.run(() -> {
            pauseAll();
            store.discardModel();
        });
    }

    /**
     * Puts the weights with the lowest validation loss back, and rests. Step, curves, optimizer and place
     * in the text stay.
     */
    public CompletableFuture<Void> restoreBest() {
        return trainer.run(() -> {
            store.state().presentModel();
            pauseAll();
            store.restoreBest();
        });
    }

    /** A few networks that train beside each other; the same object for ever. While they do, the model rests. */
    public Race race() {
        return race;
    }

    // --- going back ---

    private boolean recordsSnapshots() {
        return preferences.get(Snapshots.PREFERENCE, Snapshots.KEPT).equals(Snapshots.KEPT);
    }

    /** The snapshots of the present run that are kept; cheap enough for every frame, and the same object until they change. */
    public Snapshots snapshots() {
        Model model = store.state().model();
        return model == null ? Snapshots.NONE : model.history().view();
    }

    /** Forgets all snapshots and deletes their files; more are kept unless the preference says otherwise. */
    public void deleteSnapshots() {
        store.forgetSnapshots();
    }

    /**
     * Goes back to a snapshot that is kept, and rests there: model, run, curves and what can change in a run are as they were,
     * so that training goes on bit for bit as it did then. What came afterwards is lost (ask the user first, see
     * {@link Status.ModelFile#unsaved()}); the autosave still holds it until the next one. Nothing changes where this fails.
     */
    public CompletableFuture<Void> goBackTo(long step) {
        return files.run(() -> {
            SessionState now = store.state();
            Model model = now.presentModel();
            model.run();
            TrainerFactory.Stored snapshot = model.history().read(step);
            Dataset dataset = store.datasets().get(model.settings(), now.opened());
            Futures.await(trainer.run(() -> {
                store.goBack(model, snapshot, dataset);
                pauseAll();
            }));
        });
    }

    /**
     * What the session held when a trained model was last replaced, by whatever did that: to be restored. Null where none was,
     * or where memory has run short since.
     */
    public @Nullable Bookmark setAside() {
        return store.setAside();
    }

    /** The runs of this session that gave way to others, the newest last; the same list until they change. */
    public List<EarlierRun> earlierRuns() {
        return store.state().earlierRuns();
    }

    /** Forgets an earlier run; the present one and what was set aside last are as they were. */
    public void forget(EarlierRun run) {
        store.update(now -> now.withEarlierRuns(
                now.earlierRuns().stream().filter(each -> each != run).toList()));
    }

    /** What the session holds now, to be restored later. */
    public CompletableFuture<Bookmark> bookmark() {
        return trainer.call(store::bookmark);
    }

    /** Holds again what it held then, and rests; the present model is set aside, where it is trained. Nothing changes where this fails. */
    public CompletableFuture<Void> restore(Bookmark bookmark) {
        data.breakOff();
        return files.run(() -> {
            Bookmark.ModelCopy copy = bookmark.model();
            TrainerFactory.Stored stored = copy == null ? null : factory.stored(copy.capture());
            Dataset dataset = stored == null
                    ? null
                    : Dataset.of(
                            stored.settings(),
                            bookmark.opened(),
                            stored.subject().layout());
            Futures.await(trainer.run(() -> {
                store.restore(bookmark, stored, dataset);
                pauseAll();
                race.end();
            }));
        });
    }

    /**
     * Begins again as the program begins: with a bundled text, the default settings, no model and no earlier runs. A trained model
     * is set aside.
     */
    public CompletableFuture<Void> startOver(String bundledText) {
        return files.call(() -> CorpusReader.bundled(bundledText))
                .thenCompose(text -> data.setUp(Settings.DEFAULT, text))
                .thenRun(() -> store.update(now -> now.withEarlierRuns(List.of())));
    }

    // --- files ---

    /** Writes the model, its run and its curves to a file, whole or not at all; a running run goes on. */
    public CompletableFuture<Path> save(Path file) {
        CompletableFuture<Saving> saving = trainer.call(() -> {
            Model.Backing backing = store.state().presentModel().backing();
            return new Saving(backing, backing.capture());
        });
        return files.call(() -> {
            Saving now = Futures.await(saving);
            List<OutputFile> output = List.of(new OutputFile("the model", file, OutputFile.ANYTHING));
            try (OutputLock lock = OutputLock.of(OutputFile.check(Map.of(), output))) {
                now.capture().writeTo(file);
            }
            Model.Saved saved = new Model.Saved(file, now.capture().step());
            store.updateModel(now.backing(), model -> model.withSaved(saved));
            recentFiles.addModel(file);
            return file;
        });
    }

    private record Saving(Model.Backing backing, Learner.Capture capture) {}

    /**
     * Replaces model, settings and (where they can be found) data by those of a file; nothing changes where it fails. Where
     * the text is not found, no text is open afterwards, and the model can write, and train as soon as it is opened.
     */
    public CompletableFuture<Void> open(Path file) {
        return files.run(() -> {
            TrainerFactory.Stored stored = factory.read(file);
            data.open(new Model.ReadOnly(file, stored, bestOf(stored)));
            if (!file.equals(autosaveFile())) {
                recentFiles.addModel(file);
            }
        });
    }

    /** Why the present model cannot be trained: its data are missing, or have changed. Null where it can. */
    public @Nullable Problem missingData() {
        Model.ReadOnly readOnly = store.state().readOnly();
        return readOnly == null ? null : readOnly.reason();
    }

    /** The best weights of this model, where they are still kept beside the autosave. */
    private Learner.@Nullable Capture bestOf(TrainerFactory.Stored stored) {
        Path file = folder.path().resolve(Autosave.BEST);
        try {
            if (Files.exists(file)) {
                TrainerFactory.Stored best = factory.read(file);
                return best.isBestOf(stored) ? best.capture() : null;
            }
        } catch (IOException | ProblemException damaged) {
            LOG.warn("The best weights could not be read.", damaged);
        }
        return null;
    }

    /**
     * Whether runs are saved to the session's folder: it can be written, and could be when that was last tried. Where it cannot,
     * nothing is saved but what the user saves.
     */
    public boolean autosaves() {
        Run run = store.state().run();
        return folder.isWritable() && (run == null || !run.isAutosaveFailing());
    }

    /** The file the session saves itself to on an interval and on quit; opening it counts as training not saved yet. */
    public Path autosaveFile() {
        return folder.path().resolve(Autosave.FILE);
    }

    /** The texts and models opened or saved last. */
    public RecentFiles recentFiles() {
        return recentFiles;
    }

    /** What the window remembers between two starts. */
    public Preferences preferences() {
        return preferences;
    }

    /** A small file in the session's folder for what is handy and not precious; written on the thread of files. */
    public SmallJson smallFile(String name) {
        return new SmallJson(home.resolve(name), files);
    }

    /**
     * Tells models apart: the same object for as long as the present model is there, or one that is looked into in its place; null
     * where there is neither.
     */
    public @Nullable Object modelIdentity() {
        Model model = store.state().model();
        return model == null ? copies.starter() : model.backing();
    }

    /** Saves itself where needed, and stops everything. Waits a second at most for the trainer's last step. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        copies.close();
        data.breakOff();
        waitForLastStep(trainer.run(() -> {
            pauseAll();
            race.end();
            Run run = store.state().run();
            if (run != null) {
                run.autosave();
                run.discard();
            }
        }));
        trainer.close();
        store.liveSamples().close();
        if (!files.finish(LAST_FILES)) {
            LOG.warn("The last files were not written within {} s.", LAST_FILES.toSeconds());
        }
        folder.close();
    }

    private static void waitForLastStep(CompletableFuture<Void> rested) {
        try {
            rested.get(LAST_STEP.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.warn("The last step takes too long to wait for; the autosave of some time ago stands.");
        } catch (ExecutionException e) {
            LOG.warn("The model could not be saved at the end.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
