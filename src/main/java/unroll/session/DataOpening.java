package unroll.session;

import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusException;
import unroll.session.background.Futures;
import unroll.session.background.TrainerLoop;
import unroll.session.data.DataFinder;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.data.ShortText;
import unroll.session.model.TrainerFactory;
import unroll.session.state.Model;
import unroll.session.state.SessionState;
import unroll.session.state.SessionStore;
import unroll.settings.Settings;
import unroll.task.DataKind;

/**
 * Replaces what a session learns from. The data are made on the calling thread, which waits; where the state they were made for has
 * changed by then, they are made anew for the one that is there.
 */
final class DataOpening {
    private final SessionStore store;
    private final TrainerLoop trainer;
    private final Race race;

    DataOpening(SessionStore store, TrainerLoop trainer, Race race) {
        this.store = store;
        this.trainer = trainer;
        this.race = race;
    }

    /** Opens a text, or lets the model go on that waits for it. */
    void open(Corpus text) throws Exception {
        boolean done = false;
        while (!done) {
            SessionState now = store.state();
            Model.ReadOnly waiting = now.readOnly();
            DataFinder.Found found = waiting == null ? null : find(text, waiting.stored(), now);
            done = waiting != null && found != null
                    ? onTrainer(() -> store.resume(now, waiting, found))
                    : replaceFitting(now, now.opened().withText(text), readingText(now.nextSettings()));
        }
    }

    private static DataFinder.@Nullable Found find(Corpus text, TrainerFactory.Stored stored, SessionState now)
            throws CorpusException {
        return DataFinder.findIn(text, stored.subject(), stored.settings(), now.opened());
    }

    /** These settings, or the text generator's where their task reads no text. */
    private static Settings readingText(Settings settings) {
        return settings.task().task().reads().contains(DataKind.TEXT) ? settings : Settings.DEFAULT;
    }

    /**
     * Takes these settings, with a smaller batch and window where the text is short.
     *
     * @param pairs to learn from, or null for those that are open
     */
    void choose(Settings settings, @Nullable Corpus pairs) throws Exception {
        boolean done = false;
        while (!done) {
            SessionState now = store.state();
            OpenedFiles opened = pairs == null ? now.opened() : now.opened().withPairs(pairs);
            done = replaceFitting(now, opened, settings);
        }
    }

    /**
     * Takes these settings as they are.
     *
     * @param text to learn from, or null for the one that is open
     */
    void setUp(Settings settings, @Nullable Corpus text) throws Exception {
        boolean done = false;
        while (!done) {
            SessionState now = store.state();
            OpenedFiles opened = text == null ? now.opened() : now.opened().withText(text);
            store.setup().factory().check(store.datasets().get(settings, opened), settings);
            done = onTrainer(() -> store.replaceData(now, opened, ShortText.NONE, settings));
        }
    }

    private boolean replaceFitting(SessionState now, OpenedFiles opened, Settings next) throws Exception {
        Settings wanted = now.shortText().undoIn(next);
        Dataset dataset = store.datasets().get(wanted, opened);
        ShortText fit = ShortText.of(wanted, dataset);
        Settings adapted = wanted.withTraining(fit.adapted());
        store.setup().factory().check(dataset, adapted);
        return onTrainer(() -> store.replaceData(now, opened, fit, adapted));
    }

    /** Makes a model from a file the present one. */
    void open(Model.ReadOnly file) throws Exception {
        TrainerFactory.Stored stored = file.stored();
        boolean done = false;
        while (!done) {
            SessionState now = store.state();
            DataFinder.Found found = DataFinder.find(stored.subject(), stored.settings(), now.opened());
            done = onTrainer(() -> store.open(now, file, found));
        }
    }

    /** A change after which neither the model of before nor a race is trained. */
    @FunctionalInterface
    private interface Replacement {
        /** Whether what it relies on still held. */
        boolean make() throws Exception;
    }

    private boolean onTrainer(Replacement replacement) throws Exception {
        return Futures.await(trainer.call(() -> {
            boolean made = replacement.make();
            if (made) {
                race.end();
                trainer.rest();
            }
            return made;
        }));
    }
}
