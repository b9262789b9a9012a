package unroll.ui.corpus;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.ui.control.Words;
import unroll.ui.desk.Desk;
import unroll.ui.desk.FxThread;
import unroll.ui.desk.Notice;
import unroll.ui.files.Choosers;
import unroll.ui.files.Guard;

/** Opens texts, one at a time, and says how far it has come. */
public final class Texts {
    private final Desk desk;
    private final Choosers choosers;
    private final Guard guard;
    private final ReadOnlyObjectWrapper<@Nullable Loading> loading = new ReadOnlyObjectWrapper<>();

    public Texts(Desk desk, Choosers choosers, Guard guard) {
        this.desk = desk;
        this.choosers = choosers;
        this.guard = guard;
    }

    public void choose() {
        choosers.openText().ifPresent(this::open);
    }

    /** Opens a file after asking about a trained model. */
    public void open(Path file) {
        open(file, null);
    }

    /** @param charset how to decode it, or null to find out */
    void open(Path file, @Nullable Charset charset) {
        guard.beforeLoss("another text is opened", () -> read(file, charset));
    }

    /**
     * Reads the present file again, decoded in another way.
     *
     * @param refused what to do where it stays as it was
     */
    void decode(Charset charset, Runnable refused) {
        Corpus corpus = desk.status().corpus();
        Path file = corpus == null ? null : corpus.file();
        if (file != null) {
            guard.beforeLoss("the text is decoded anew", () -> read(file, charset), refused);
        }
    }

    public void openBundled(String fileName) {
        guard.beforeLoss("another text is opened", () -> loadBundled(fileName));
    }

    /** Opens a bundled text without a question: when nothing is open yet. */
    public void loadBundled(String fileName) {
        load(fileName, progress -> desk.session().openBundled(fileName));
    }

    public void openPasted(String text) {
        guard.beforeLoss(
                "another text is opened",
                () -> load("Pasted text", progress -> desk.session().openText("Pasted text", text)));
    }

    private void read(Path file, @Nullable Charset charset) {
        load(String.valueOf(file.getFileName()), progress -> desk.session().openCorpus(file, charset, progress));
    }

    private void load(String name, Function<CorpusReader.Progress, CompletableFuture<Corpus>> start) {
        cancel();
        Loading begun = new Loading(name);
        loading.set(begun);
        CompletableFuture<Corpus> reading = start.apply(begun);
        begun.cancelWith(() -> reading.cancel(true));
        desk.follow(reading, corpus -> {
            desk.tell(Notice.information(String.format(
                    Locale.ROOT,
                    "Opened %s: %s characters, %d distinct symbols.",
                    corpus.name(),
                    Words.count(corpus.length()),
                    corpus.vocabulary().size())));
        });
        FxThread.whenEnded(reading, () -> {
            if (loading.get() == begun) {
                loading.set(null);
            }
        });
    }

    /** Stops a read that is under way; the text that was open stays. */
    void cancel() {
        Loading under = loading.get();
        if (under != null) {
            under.cancel();
        }
    }

    /** The text on its way in, or null. */
    ReadOnlyObjectProperty<@Nullable Loading> loadingProperty() {
        return loading.getReadOnlyProperty();
    }
}
