package unroll.session;

import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.session.background.Futures;
import unroll.session.data.DataFinder;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.data.ShortText;
import unroll.session.model.Learner;
import unroll.session.state.Model;
import unroll.session.state.ModelLifecycle;
import unroll.session.state.SessionState;
import unroll.session.state.SessionStore;
import unroll.settings.Settings;
import unroll.task.DataKind;
import unroll.task.data.PairFile;

/**
 * Replaces what a session learns from. Files are read and data are made in the background; where the state they were made for has
 * changed by then, they are made again for the one that is there.
 */
public final class DataOpening {
    private final SessionStore store;
    private final ModelLifecycle models;
    private final Race race;
    private final RecentFiles recentFiles;
    private CompletableFuture<?> reading = new CompletableFuture<>();

    DataOpening(SessionStore store, ModelLifecycle models, Race race, RecentFiles recentFiles) {
        this.store = store;
        this.models = models;
        this.race = race;
        this.recentFiles = recentFiles;
    }

    /**
     * Opens a file; what was open stays until this one has been read whole and fits the settings, of which batch and window
     * are lowered for a short text (see {@link #shortText}). Then the model gives way, a trained one to be brought back (see
     * {@link RunHistory#setAside}), unless it came from a file without its text and this is that text, or what the text's file
     * holds now. A task that reads no text gives way to the text generator. Opening another text or canceling the future breaks
     * the reading off.
     *
     * @param onMalformed {@link CodingErrorAction#REPORT}, or {@link CodingErrorAction#REPLACE} to have bytes that do not fit the
     *     encoding replaced by U+FFFD
     */
    public CompletableFuture<Corpus> openCorpus(
            Path file, @Nullable Charset charset, CodingErrorAction onMalformed, CorpusReader.Progress progress) {
        return openText(() -> CorpusReader.read(file, charset, onMalformed, progress));
    }

    /** Opens a text from memory, as {@link #openCorpus}. */
    public CompletableFuture<Corpus> openText(String name, String text) {
        return openText(() -> CorpusReader.ofText(name, text));
    }

    /** Opens a text that ships with the program, as {@link #openCorpus}. */
    public CompletableFuture<Corpus> openBundled(String fileName) {
        return openText(() -> CorpusReader.bundled(fileName));
    }

    private CompletableFuture<Corpus> openText(Callable<Corpus> reader) {
        CompletableFuture<Corpus> reading = store.files().call(() -> {
            Corpus text = reader.call();
            open(text);
            if (text.file() != null) {
                recentFiles.addCorpus(text.file());
            }
            return text;
        });
        breakOffReadingFor(reading);
        return reading;
    }

    /** What became of batch and window when the text that is open was opened. */
    public ShortText shortText() {
        return store.state().shortText();
    }

    /**
     * Chooses a task and makes its data; nothing changes where that fails. Then the model is discarded, trained or not.
     *
     * @param settings of the next model, with the task
     * @param pairs a file of lines {@code input<TAB>output} to learn from, or null for what is open
     */
    public CompletableFuture<Void> choose(Settings settings, @Nullable Path pairs) {
        return store.files()
                .run(() -> replaceFitting(
                        settings, pairs == null ? null : PairFile.open(pairs, null, CodingErrorAction.REPORT)));
    }

    /**
     * Takes a text and settings at once, as they are; nothing changes where they do not fit. Then the model is discarded,
     * trained or not.
     *
     * @param settings of the next model
     * @param text to learn from, or null for what is open
     */
    public CompletableFuture<Void> setUp(Settings settings, @Nullable Corpus text) {
        CompletableFuture<Void> setting = store.files().run(() -> replace(settings, text));
        breakOffReadingFor(setting);
        return setting;
    }

    /** Ends the reading that is under way. */
    void breakOff() {
        breakOffReadingFor(new CompletableFuture<>());
    }

    private synchronized void breakOffReadingFor(CompletableFuture<?> next) {
        reading.cancel(true);
        reading = next;
    }

    /** What is done for the state there is; whether that still held in the end. */
    @FunctionalInterface
    private interface Attempt {
        boolean make(SessionState now) throws Exception;
    }

    /** Tries once more for each state that has come meanwhile. */
    private void untilMade(Attempt attempt) throws Exception {
        boolean made = false;
        while (!made) {
            made = attempt.make(store.state());
        }
    }

    /** Opens a text, or lets the model go on that waits for it. */
    private void open(Corpus text) throws Exception {
        untilMade(now -> {
            Model.ReadOnly waiting = now.readOnly();
            DataFinder.DataMatch found = waiting == null ? null : find(text, waiting.stored(), now);
            return waiting != null && found != null
                    ? onTrainer(() -> models.resume(now, waiting, found))
                    : replaceFitting(now, now.opened().withText(text), readingText(now.nextSettings()));
        });
    }

    private static DataFinder.@Nullable DataMatch find(Corpus text, Learner.Capture stored, SessionState now) {
        return DataFinder.findIn(text, stored.subject(), stored.settings(), now.opened());
    }

    /** These settings, or the text generator's where their task reads no text. */
    private static Settings readingText(Settings settings) {
        return settings.task().task().reads().contains(DataKind.TEXT) ? settings : Settings.DEFAULT;
    }

    /** Takes these settings, with a smaller batch and window where the text is short. */
    private void replaceFitting(Settings settings, @Nullable Corpus pairs) throws Exception {
        untilMade(now -> {
            OpenedFiles opened = pairs == null ? now.opened() : now.opened().withPairs(pairs);
            return replaceFitting(now, opened, settings);
        });
    }

    private void replace(Settings settings, @Nullable Corpus text) throws Exception {
        untilMade(now -> {
            OpenedFiles opened = text == null ? now.opened() : now.opened().withText(text);
            store.config().factory().check(store.dataset(settings, opened), settings);
            return onTrainer(() -> models.replaceData(now, opened, ShortText.NONE, settings));
        });
    }

    private boolean replaceFitting(SessionState now, OpenedFiles opened, Settings next) throws Exception {
        Settings wanted = now.shortText().undoIn(next);
        Dataset dataset = store.dataset(wanted, opened);
        ShortText fit = ShortText.of(wanted, dataset);
        Settings adapted = wanted.withTraining(fit.adapted());
        store.config().factory().check(dataset, adapted);
        return onTrainer(() -> models.replaceData(now, opened, fit, adapted));
    }

    /** Makes a model from a file the present one. */
    void open(Model.ReadOnly file) throws Exception {
        Learner.Capture stored = file.stored();
        untilMade(now -> {
            DataFinder.DataMatch found = DataFinder.find(stored.subject(), stored.settings(), now.opened());
            return onTrainer(() -> models.open(now, file, found));
        });
    }

    /**
     * After a replacement neither the model of before nor a race is trained.
     *
     * @param replacement whether what it relies on still held
     */
    private boolean onTrainer(Callable<Boolean> replacement) throws Exception {
        return Futures.await(store.trainer().call(() -> {
            boolean made = replacement.call();
            if (made) {
                race.end();
                store.trainer().pause();
            }
            return made;
        }));
    }
}
