package unroll.session.state;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.RunNotes;
import unroll.corpus.CorpusException;
import unroll.session.background.DaemonThread;
import unroll.session.background.Errors;
import unroll.session.data.DataFinder;
import unroll.session.data.Dataset;
import unroll.session.data.DatasetCache;
import unroll.session.data.MissingData;
import unroll.session.data.OpenedFiles;
import unroll.session.history.Autosave;
import unroll.session.history.History;
import unroll.session.history.RunFolder;
import unroll.session.history.SnapshotFiles;
import unroll.session.model.Learner;
import unroll.session.model.TrainerFactory;
import unroll.session.race.Competitor;
import unroll.session.run.Curves;
import unroll.session.run.EventBuffer;
import unroll.session.run.LiveSamples;
import unroll.session.run.Phase;
import unroll.session.run.RecentRun;
import unroll.session.run.Run;
import unroll.session.run.RunProgress;
import unroll.settings.Settings;
import unroll.train.RunMetrics;
import unroll.train.TrainingEvent;

/**
 * What lies on the table: what was opened, the model, its curves, and the settings of the next one. Any thread may look; only the
 * trainer's thread changes what was opened and the model. A change that fails leaves everything as it was.
 */
public final class Bench {
    /**
     * What tests replace.
     *
     * @param clock nanoseconds that only ever grow
     * @param autosaveInterval between two autosaves of a running run
     * @param moments how many moments of a run are kept
     */
    public record Setup(
            TrainerFactory workshop, LongSupplier clock, Duration autosaveInterval, History.Limits moments) {}

    private final Setup setup;
    private final Autosave.Place autosaves;
    private final History.Place histories;
    private final boolean keepsRuns;
    private final EventBuffer events = new EventBuffer();
    private final Curves curves = new Curves();
    private final RecentRun recent = new RecentRun();
    private final LiveSamples liveSamples = new LiveSamples();
    private volatile Settings wanted = Settings.DEFAULT;
    private final DatasetCache materials = new DatasetCache();
    private volatile OpenedFiles sources = OpenedFiles.NONE;
    private volatile @Nullable Model model;

    /** A model that can write but not train, until its data are there; null where the model has them. */
    private @Nullable Opened waitingForData;

    /**
     * @param folder where runs are saved; where it cannot be written they are not
     * @param files the thread that writes and reads files
     * @param moments whether moments of runs are to be kept
     */
    public Bench(Setup setup, RunFolder folder, DaemonThread files, BooleanSupplier moments) {
        this.setup = setup;
        keepsRuns = folder.isWritable();
        autosaves = new Autosave.Place(
                Autosave.Places.in(folder.path()), setup.autosaveInterval(), files, true, this::warn);
        histories = new History.Place(
                new SnapshotFiles(folder.path().resolve(SnapshotFiles.FOLDER)),
                setup.workshop(),
                setup.moments(),
                files,
                () -> keepsRuns && moments.getAsBoolean(),
                this::warn,
                setup.clock());
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

    /** What the next model is made from. */
    public Settings wanted() {
        return wanted;
    }

    /** Changes what the next model is made from; for any thread. */
    public synchronized void want(UnaryOperator<Settings> change) {
        wanted = change.apply(wanted);
    }

    public OpenedFiles sources() {
        return sources;
    }

    /** What models learn from. */
    public DatasetCache materials() {
        return materials;
    }

    public @Nullable Model model() {
        return model;
    }

    private void warn(String sentence) {
        Model present = model;
        events.publish(new TrainingEvent.Warned(
                present == null ? 0 : present.run().progress().metrics().step(), sentence));
    }

    public Status status() {
        OpenedFiles opened = sources;
        Model present = model;
        if (present != null) {
            Status.ModelFile file = new Status.ModelFile(present.parameters(), present.file(), present.isUnsaved());
            Settings settings = present.settings();
            return new Status(
                    opened, atHand(settings, opened), settings, present.run().progress(), file);
        }
        Settings next = wanted;
        Dataset material = atHand(next, opened);
        long parameters = material == null
                ? 0
                : next.model().spec(material.data().layout().vocabularies()).parameters();
        RunMetrics none = RunMetrics.untrained(next.training().learningRate());
        return new Status(
                opened,
                material,
                next,
                new RunProgress(Phase.READY, none, null),
                new Status.ModelFile(parameters, null, false));
    }

    /** What these settings learn from, where nobody has to wait for it; otherwise null. */
    public @Nullable Dataset atHand(Settings settings, OpenedFiles opened) {
        try {
            return opened.text() != null && Dataset.isAtHand(settings)
                    ? materials.get(settings, opened)
                    : materials.known(settings, opened);
        } catch (CorpusException tooShort) {
            // Said when somebody wants to train on it.
            return null;
        }
    }

    /**
     * The model to train: the present one, or a new one.
     *
     * @throws IllegalStateException with a sentence, where there is nothing to train on
     */
    public Model modelToTrain() throws CorpusException {
        requireData();
        Model present = model;
        if (present != null) {
            return present;
        }
        Settings settings = wanted;
        Learner learner = setup.workshop().begin(materialFor(settings), settings);
        return take(new Begun(
                learner,
                RunNotes.BLANK,
                settings,
                Autosave.ofOther(autosaves, 0, now()),
                History.begin(histories, new History.Signature(settings, learner.captureBytes()))));
    }

    /**
     * What a new model of these settings learns from.
     *
     * @throws IllegalStateException with a sentence, where it is not open
     */
    public Dataset materialFor(Settings settings) throws CorpusException {
        requireData();
        if (sources.text() == null && Dataset.isAtHand(settings)) {
            throw new IllegalStateException("There is nothing to train on yet; open a text first.");
        }
        return materials.get(settings, sources);
    }

    /**
     * For any thread that waits for the trainer's.
     *
     * @throws IllegalStateException with a sentence, where the data of the present model are missing
     */
    public void requireData() {
        Opened waiting = waitingForData;
        if (waiting != null) {
            throw new IllegalStateException(
                    MissingData.sentence(waiting.stored().subject()));
        }
    }

    /**
     * The model to write with, to save or to change.
     *
     * @throws IllegalStateException with a sentence, where there is none
     */
    public Model presentModel() {
        Model present = model;
        if (present == null) {
            throw new IllegalStateException("There is no model yet; press Train first, or open a saved one.");
        }
        return present;
    }

    /** Lets what the wanted settings can change in a run reach the present one. */
    public void changeRun() {
        Model present = model;
        if (present != null) {
            present.change(wanted);
        }
    }

    /** The model that waits for what it learned from, or null. For any thread that waits for the trainer's. */
    public @Nullable Opened waitingForData() {
        return waitingForData;
    }

    /** Lays this on the table and discards the model. */
    public void take(OpenedFiles opened, Settings next) {
        discardModel();
        sources = opened;
        want(before -> next);
    }

    /** Lets the model that waits for just these data go on. */
    public void take(DataFinder.Found found) {
        Opened waiting = Objects.requireNonNull(waitingForData);
        Settings sinceThen = wanted;
        Model resumed = take(waiting, found);
        want(before -> sinceThen);
        resumed.change(sinceThen);
    }

    /**
     * A model from a file.
     *
     * @param best the weights with its lowest validation loss, or null where they are not known
     */
    public record Opened(Path file, TrainerFactory.Stored stored, Learner.@Nullable Capture best) {}

    /** Lays a model from a file on the table, with its data where they were found. */
    public Model take(Opened opened, DataFinder.@Nullable Found found) {
        TrainerFactory.Stored stored = opened.stored();
        Settings settings = stored.settings();
        Learner learner = found == null ? stored.withoutData() : stored.resume(found.material());
        boolean isAutosave = autosaves.isFile(opened.file());
        Autosave autosave = isAutosave
                ? Autosave.ofSame(autosaves, learner.steps(), now())
                : Autosave.ofOther(autosaves, learner.steps(), now());
        History.Signature signature = new History.Signature(settings, learner.captureBytes());
        History history =
                isAutosave ? History.resume(histories, signature, stored) : History.begin(histories, signature);
        sources = found == null ? OpenedFiles.NONE : found.sources();
        if (found != null) {
            materials.keep(settings, found.sources(), found.material());
        }
        want(before -> settings);
        Model next = take(new Begun(learner, stored.notes(), settings, autosave, history));
        next.run().best(opened.best());
        if (!isAutosave) {
            next.kept(opened.file(), learner.steps());
        }
        waitingForData = found == null ? opened : null;
        return next;
    }

    /**
     * Lets the present model go on from one of its moments. What its autosave holds is kept as that of another one.
     *
     * @param material that it learns from
     * @throws IllegalStateException with a sentence, where this is no longer the present model
     */
    public void goBack(Model from, TrainerFactory.Stored moment, Dataset material) {
        if (from != model) {
            throw new IllegalStateException("The model has changed since. Try again.");
        }
        long step = moment.capture().step();
        Learner.Capture best = from.run().bestUpTo(step);
        Settings settings = moment.settings();
        Learner learner = moment.resume(material);
        from.history().goBackTo(step);
        want(before -> before.withChangeableOf(settings));
        Autosave autosave = Autosave.ofOther(autosaves, Autosave.NOTHING, now());
        take(new Begun(learner, moment.notes(), settings, autosave, from.history()))
                .run()
                .best(best);
    }

    /** What a model begins with. */
    private record Begun(Learner learner, RunNotes notes, Settings settings, Autosave autosave, History history) {}

    private Model take(Begun begun) {
        discardModel();
        restoreCurves(begun.notes.curves());
        Run.Outlets outlets = outlets(begun.autosave, begun.history);
        Run run = new Run(begun.learner, begun.notes, begun.settings.training(), outlets);
        Model next = new Model(run, begun.history, begun.learner.parameters(), begun.settings);
        model = next;
        return next;
    }

    private Run.Outlets outlets(Autosave autosave, History history) {
        return new Run.Outlets(this::hear, curves, liveSamples, keepsRuns ? autosave : null, history, setup.clock());
    }

    /** Lays a network on the table that was trained beside it, as it is; its run rests. */
    public void take(Competitor trained) {
        discardModel();
        Settings settings = trained.settings();
        Run run = trained.run();
        History history = History.begin(histories, new History.Signature(settings, run.captureBytes()));
        run.moveTo(outlets(Autosave.ofOther(autosaves, Autosave.NOTHING, now()), history));
        want(before -> settings);
        model = new Model(run, history, trained.parameters(), settings);
    }

    /** Lays the present run down. */
    public void rest() {
        Model present = model;
        if (present != null) {
            present.run().rest();
        }
    }

    /** On the trainer's thread. */
    private void hear(TrainingEvent event) {
        Model present = model;
        if (event instanceof TrainingEvent.Stepped step && present != null) {
            recent.add(step, present.settings().training().clipping());
        } else if (event instanceof TrainingEvent.Validated validated) {
            recent.add(validated);
        } else if (event instanceof TrainingEvent.Failed failed) {
            recent.add(failed);
        }
        events.publish(event);
    }

    private void restoreCurves(String json) {
        try {
            if (!json.isEmpty()) {
                curves.restore(json);
            }
        } catch (IllegalArgumentException damaged) {
            // The model is whole, and it is what matters.
            warn(Errors.sentence(damaged));
        }
    }

    /** Forgets the model, its curves and its news; what was opened stays. */
    public void discardModel() {
        Model present = model;
        model = null;
        waitingForData = null;
        if (present != null) {
            present.run().discard();
        }
        curves.clear();
        recent.clear();
        events.drain();
    }

    /** Forgets all moments of the present run, and deletes whatever moments there are on disk. */
    public void forgetMoments() {
        Model present = model;
        if (present != null) {
            present.history().forget();
        }
        histories.thread().execute(histories.files()::clear);
    }

    private long now() {
        return setup.clock().getAsLong();
    }
}
