package unroll.session;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.train.Clipping;

/**
 * The application without a screen: one text, one model, one run in the background. Every method may be called from any
 * thread and returns at once; what takes time is a future, and what happens arrives in {@link #events()}. A future that
 * fails carries an exception whose message is a sentence for the user.
 */
public final class Session implements AutoCloseable {
    /** @param folder where autosaves and recent files are kept, created when first needed */
    public Session(Path folder) {
        throw new UnsupportedOperationException();
    }

    /** A consistent look at everything; cheap enough for every frame. */
    public Status status() {
        throw new UnsupportedOperationException();
    }

    /** What has happened since the last drain: steps are merged into the curves, the rest is queued and bounded. */
    public EventBuffer events() {
        throw new UnsupportedOperationException();
    }

    /** The loss and gradient curves of this run, bounded however long it lasts. */
    public Curves curves() {
        throw new UnsupportedOperationException();
    }

    // --- the text ---

    /** Opens a file; what was open stays until this one has been read whole. Discards the model of another vocabulary. */
    public CompletableFuture<Corpus> openCorpus(Path file, @Nullable Charset charset, CorpusReader.Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Opens a text from memory. */
    public CompletableFuture<Corpus> openText(String name, String text) {
        throw new UnsupportedOperationException();
    }

    /** Opens a text that ships with the program. */
    public CompletableFuture<Corpus> openBundled(String fileName) {
        throw new UnsupportedOperationException();
    }

    // --- settings ---

    /**
     * Changes the settings of the next model. While there is a trained model only what can change in a run is taken
     * (learning rate, schedule, clipping, intervals, patience); the rest waits for {@link #reset()}.
     *
     * @throws IllegalArgumentException with a sentence where they cannot work
     */
    public void settings(Settings settings) {
        throw new UnsupportedOperationException();
    }

    public void learningRate(double rate) {
        throw new UnsupportedOperationException();
    }

    public void clipping(Clipping clipping) {
        throw new UnsupportedOperationException();
    }

    /** How the live samples are drawn. */
    public void sampling(SamplingSettings settings) {
        throw new UnsupportedOperationException();
    }

    // --- the run ---

    /** Starts a new model, or goes on with the present one. */
    public CompletableFuture<Void> train() {
        throw new UnsupportedOperationException();
    }

    /** Holds the run after the step it is at; the future completes when it rests. */
    public CompletableFuture<Void> pause() {
        throw new UnsupportedOperationException();
    }

    /** One update, then rest. */
    public CompletableFuture<Void> step() {
        throw new UnsupportedOperationException();
    }

    /** Forgets the model and its curves; the text and the settings stay. */
    public CompletableFuture<Void> reset() {
        throw new UnsupportedOperationException();
    }

    // --- files ---

    /** Writes the model, its run and its curves to a file, whole or not at all; a running run goes on. */
    public CompletableFuture<Path> save(Path file) {
        throw new UnsupportedOperationException();
    }

    /** Replaces model, settings and (where it can be found) text by those of a file; nothing changes where it fails. */
    public CompletableFuture<Void> open(Path file) {
        throw new UnsupportedOperationException();
    }

    /** The file the session saves itself to on an interval and on quit. */
    public Path autosaveFile() {
        throw new UnsupportedOperationException();
    }

    // --- writing ---

    /**
     * Writes a text with a copy of the present model, on a thread of its own; the run is not disturbed. Cancelling the
     * future stops it.
     *
     * @param heard gets the text piece by piece, on that thread
     */
    public CompletableFuture<String> sample(SampleRequest request, Consumer<String> heard) {
        throw new UnsupportedOperationException();
    }

    /** Saves itself where needed, and stops everything. Waits a second at most for the trainer's last step. */
    @Override
    public void close() {}
}
