package unroll.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.train.TrainingEvent;

/**
 * What lies on the table: the text, the model, its curves, and the settings of the next one. Any thread may look; only the
 * trainer's thread changes the text and the model. A change that fails leaves everything as it was.
 */
final class Bench {
    /**
     * What tests replace.
     *
     * @param clock nanoseconds that only ever grow
     * @param autosaveInterval between two autosaves of a running run
     */
    record Setup(Workshop workshop, LongSupplier clock, Duration autosaveInterval) {}

    private final Setup setup;
    private final Autosave.Place autosaves;
    private final EventBuffer events = new EventBuffer();
    private final Curves curves = new Curves();
    private final LiveSamples liveSamples = new LiveSamples();
    private volatile Settings wanted = Settings.DEFAULT;
    private volatile @Nullable Corpus corpus;
    private volatile @Nullable Model model;

    /** A model that can write but not train, until its text is opened; null where the model has its text. */
    private @Nullable Opened waitingForText;

    Bench(Setup setup, Path folder, DaemonThread files) {
        this.setup = setup;
        autosaves = new Autosave.Place(Autosave.Places.in(folder), setup.autosaveInterval(), files, this::warn);
    }

    EventBuffer events() {
        return events;
    }

    Curves curves() {
        return curves;
    }

    LiveSamples liveSamples() {
        return liveSamples;
    }

    /** What the next model is made from. */
    Settings wanted() {
        return wanted;
    }

    /** Changes what the next model is made from; for any thread. */
    synchronized void want(UnaryOperator<Settings> change) {
        wanted = change.apply(wanted);
    }

    @Nullable
    Corpus corpus() {
        return corpus;
    }

    @Nullable
    Model model() {
        return model;
    }

    private void warn(String sentence) {
        Model present = model;
        events.publish(new TrainingEvent.Warned(
                present == null ? 0 : present.run().progress().step(), sentence));
    }

    Status status() {
        Corpus text = corpus;
        Model present = model;
        if (present != null) {
            Status.Kept kept = new Status.Kept(present.parameters(), present.file(), present.isUnsaved());
            return Status.of(text, present.settings(), present.run().progress(), kept);
        }
        Settings next = wanted;
        long parameters =
                text == null ? 0 : next.model().spec(text.vocabulary().size()).parameters();
        Progress none = Progress.none(next.training().learningRate());
        return Status.of(text, next, none, new Status.Kept(parameters, null, false));
    }

    /**
     * The model to train: the present one, or a new one.
     *
     * @throws IllegalStateException with a sentence, where there is no text to train on
     */
    Model modelToTrain() {
        Corpus text = corpus;
        if (text == null) {
            throw new IllegalStateException(
                    waitingForText == null
                            ? "There is nothing to train on yet; open a text first."
                            : "The text of this model, %s, is not open; open it to train on."
                                    .formatted(waitingForText.stored().text().name()));
        }
        Model present = model;
        if (present != null) {
            return present;
        }
        Settings settings = wanted;
        Learner learner = setup.workshop().begin(text, settings);
        return take(learner, RunNotes.BLANK, settings, Autosave.ofOther(autosaves, 0, now()));
    }

    /**
     * The model to write with, to save or to change.
     *
     * @throws IllegalStateException with a sentence, where there is none
     */
    Model presentModel() {
        Model present = model;
        if (present == null) {
            throw new IllegalStateException("There is no model yet; press Train first, or open a saved one.");
        }
        return present;
    }

    /** Lets what the wanted settings can change in a run reach the present one. */
    void changeRun() {
        Model present = model;
        if (present != null) {
            present.change(wanted);
        }
    }

    /** Lays this text on the table and discards the model, except where the model was waiting for just this text. */
    void take(Corpus text) {
        Opened waiting = waitingForText;
        if (waiting != null && waiting.stored().text().isOf(text)) {
            Settings sinceThen = wanted;
            Model resumed = take(waiting, text);
            want(before -> sinceThen);
            resumed.change(sinceThen);
        } else {
            discardModel();
            corpus = text;
        }
    }

    /**
     * A model from a file.
     *
     * @param best the weights with its lowest validation loss, or null where they are not known
     */
    record Opened(Path file, Workshop.Stored stored, Learner.@Nullable Capture best) {}

    /** Lays a model from a file on the table, with its text where that was found. */
    Model take(Opened opened, @Nullable Corpus text) {
        Workshop.Stored stored = opened.stored();
        Learner learner = text == null ? stored.withoutText() : stored.resume(text);
        boolean isAutosave = autosaves.isFile(opened.file());
        Autosave autosave = isAutosave
                ? Autosave.ofSame(autosaves, learner.steps(), now())
                : Autosave.ofOther(autosaves, learner.steps(), now());
        corpus = text;
        want(before -> stored.settings());
        Model next = take(learner, stored.notes(), stored.settings(), autosave);
        next.run().best(opened.best());
        if (!isAutosave) {
            next.kept(opened.file(), learner.steps());
        }
        waitingForText = text == null ? opened : null;
        return next;
    }

    private Model take(Learner learner, RunNotes notes, Settings settings, Autosave autosave) {
        discardModel();
        restoreCurves(notes.curves());
        Run.Outlets outlets = new Run.Outlets(events::publish, curves, liveSamples, autosave, setup.clock());
        Model next = new Model(new Run(learner, notes, settings.training(), outlets), learner.parameters(), settings);
        model = next;
        return next;
    }

    private void restoreCurves(String json) {
        try {
            if (!json.isEmpty()) {
                curves.restore(json);
            }
        } catch (IllegalArgumentException damaged) {
            // The model is whole, and it is what matters.
            warn(Faults.sentence(damaged));
        }
    }

    /** Forgets the model, its curves and its news; the text stays. */
    void discardModel() {
        Model present = model;
        model = null;
        waitingForText = null;
        if (present != null) {
            present.run().discard();
        }
        curves.clear();
        events.drain();
    }

    private long now() {
        return setup.clock().getAsLong();
    }
}
