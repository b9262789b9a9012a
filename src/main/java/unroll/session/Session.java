package unroll.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.sample.SamplingSettings;
import unroll.session.history.History;
import unroll.session.history.RunFolder;
import unroll.session.model.EngineTrainerFactory;
import unroll.session.run.Curves;
import unroll.session.run.EventBuffer;
import unroll.session.run.RecentRun;
import unroll.session.run.Run;
import unroll.session.state.ModelLifecycle;
import unroll.session.state.SessionState;
import unroll.session.state.SessionStore;
import unroll.session.state.Status;

/**
 * The application without a screen: one text, one model, one run in the background. Every method may be called from any
 * thread and returns at once; what takes time is a future, and what happens arrives in {@link #events()}. A future that
 * fails carries an exception whose message is a sentence for the user. What it gives out beside its status stays the same object.
 *
 * <p>Five daemon threads do the work. {@code unroll-trainer} alone touches the engine and the present model;
 * {@code unroll-files} reads and writes files; two more write texts with copies of the network, and {@code unroll-lens} looks
 * inside them. A save or a sample takes its copy on the trainer's thread between two steps, so it is consistent, and the run goes
 * on as if nothing had been asked.
 */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration AUTOSAVE_INTERVAL = Duration.ofMinutes(1);
    private static final Duration LAST_STEP = Duration.ofSeconds(1);
    private static final Duration LAST_FILES = Duration.ofMinutes(1);

    private final Path home;
    private final RunFolder folder;
    private final SessionStore store;
    private final ModelLifecycle models;
    private final Race race;
    private final NextSettings settings;
    private final DataOpening data;
    private final RunHistory history;
    private final ModelFiles modelFiles;
    private final ModelCopies copies;
    private final NGramCounting nGrams = new NGramCounting();
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
        store = new SessionStore(config);
        recentFiles = new RecentFiles(folder.resolve("recent.json"), store.files());
        preferences = new Preferences(folder.resolve("preferences.json"), store.files());
        models = new ModelLifecycle(store, this.folder, preferences::recordsSnapshots);
        race = new Race(store, models);
        settings = new NextSettings(store, models);
        data = new DataOpening(store, models, race, recentFiles);
        history = new RunHistory(store, models, data, race);
        modelFiles = new ModelFiles(store, data, this.folder, recentFiles);
        copies = new ModelCopies(store);
    }

    SessionState state() {
        return store.state();
    }

    /** One look at what it holds; cheap enough for every frame. */
    public Status status() {
        return store.status();
    }

    /** What has happened since the last drain: steps are merged into the curves, the rest is queued and bounded. */
    public EventBuffer events() {
        return store.events();
    }

    /** The loss and gradient curves of this run, bounded however long it lasts. */
    public Curves curves() {
        return store.curves();
    }

    /** What happened lately in this run. */
    public RecentRun recent() {
        return store.recent();
    }

    /** What the session learns from, to be replaced. */
    public DataOpening data() {
        return data;
    }

    /** What the session can go back to. */
    public RunHistory history() {
        return history;
    }

    /** The files the model is kept in. */
    public ModelFiles modelFiles() {
        return modelFiles;
    }

    /** Copies of the model that write and are looked into. */
    public ModelCopies copies() {
        return copies;
    }

    /** What the next model is made from, to be changed. */
    public NextSettings settings() {
        return settings;
    }

    /** How the live samples are drawn. */
    public void setSampling(SamplingSettings settings) {
        store.liveSamples().setSettings(settings);
    }

    // --- the run ---

    /** Starts a new model, or goes on with the present one. */
    public CompletableFuture<Void> train() {
        return store.trainer().run(() -> {
            Run run = models.runToTrain();
            race.pauseNow();
            run.start();
            store.trainer().work(run::turn);
        });
    }

    /** Holds the run after the step it is at; the future completes when it rests. */
    public CompletableFuture<Void> pause() {
        return store.trainer().run(race::pauseAll);
    }

    /** One update, then rest. */
    public CompletableFuture<Void> step() {
        return store.trainer().run(() -> {
            Run run = models.runToTrain();
            race.pauseAll();
            run.start();
            run.turn();
            run.pause();
        });
    }

    /** Forgets the model and its curves; the text and the settings stay. */
    public CompletableFuture<Void> reset() {
        return store.trainer().run(() -> {
            race.pauseAll();
            models.discardModel();
        });
    }

    /**
     * Puts the weights with the lowest validation loss back, and rests. Step, curves, optimizer and place
     * in the text stay.
     */
    public CompletableFuture<Void> restoreBest() {
        return store.trainer().run(() -> {
            Run run = store.state().presentModel().run();
            race.pauseAll();
            run.restoreBest();
        });
    }

    /** A few networks that train beside each other. While they do, the model rests. */
    public Race race() {
        return race;
    }

    /** The n-grams of the text that is open, counted once for all who compare with them. */
    public NGramCounting nGrams() {
        return nGrams;
    }

    // --- files ---

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
        return new SmallJson(home.resolve(name), store.files());
    }

    /** Tells models apart, see {@link SessionState#modelIdentity}. */
    public @Nullable Object modelIdentity() {
        return store.state().modelIdentity();
    }

    /** Saves itself where needed, and stops everything. Waits a second at most for the trainer's last step. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        copies.close();
        nGrams.close();
        data.breakOff();
        waitForLastStep(store.trainer().run(() -> {
            race.pauseAll();
            race.end();
            Run run = store.state().run();
            if (run != null) {
                run.autosave();
                run.discard();
            }
        }));
        store.trainer().close();
        store.liveSamples().close();
        if (!store.files().finish(LAST_FILES)) {
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
