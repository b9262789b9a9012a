package unroll.ui.corpus;

import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.message.Formats;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.session.data.ShortText;
import unroll.ui.files.Choosers;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.model.FxThread;
import unroll.ui.model.Notice;
import unroll.ui.model.Notice.Offer;
import unroll.ui.model.WindowModel;

/** Opens texts, one at a time, and says how far it has come. */
public final class TextOpener {
    private final WindowModel window;
    private final Choosers choosers;
    private final ModelSwitcher switcher;
    private final ReadOnlyObjectWrapper<@Nullable LoadingProgress> loading = new ReadOnlyObjectWrapper<>();

    public TextOpener(WindowModel window, Choosers choosers, ModelSwitcher switcher) {
        this.window = window;
        this.choosers = choosers;
        this.switcher = switcher;
    }

    public void choose() {
        choosers.openText().ifPresent(this::open);
    }

    /** Opens a file. */
    public void open(Path file) {
        open(file, null);
    }

    /** @param charset how to decode it, or null to detect it */
    void open(Path file, @Nullable Charset charset) {
        open(file, charset, CodingErrorAction.REPORT);
    }

    private void open(Path file, @Nullable Charset charset, CodingErrorAction onMalformed) {
        switcher.replace(() -> load(
                String.valueOf(file.getFileName()),
                progress -> window.session().data().openCorpus(file, charset, onMalformed, progress),
                charset));
    }

    /** Reads the present file again, decoded in another way. */
    void decode(Charset charset) {
        Corpus corpus = window.status().opened().text();
        Path file = corpus == null ? null : corpus.file();
        if (file != null) {
            open(file, charset);
        }
    }

    public void openBundled(String fileName) {
        switcher.replace(() -> loadBundled(fileName));
    }

    /** Opens a bundled text when nothing is open yet. */
    public void loadBundled(String fileName) {
        load(fileName, progress -> window.session().data().openBundled(fileName), null);
    }

    public void openPasted(String text) {
        switcher.replace(
                () -> load("Pasted text", progress -> window.session().data().openText("Pasted text", text), null));
    }

    private void load(
            String name, Function<CorpusReader.Progress, CompletableFuture<Corpus>> start, @Nullable Charset charset) {
        cancel();
        LoadingProgress begun = new LoadingProgress(name);
        loading.set(begun);
        Consumer<Notice> notify = switcher.announcer();
        CompletableFuture<Corpus> reading = start.apply(begun);
        begun.cancelWith(() -> reading.cancel(true));
        FxThread.whenDone(reading, corpus -> notify.accept(opened(corpus)), thrown -> refuse(thrown, charset));
        FxThread.whenEnded(reading, () -> {
            if (loading.get() == begun) {
                loading.set(null);
            }
        });
    }

    /** With what became of its encoding and of batch and window, where there is something to know. */
    private Notice opened(Corpus corpus) {
        window.refresh();
        StringBuilder sentence = new StringBuilder("Opened %s: %s characters, %s distinct symbols."
                .formatted(
                        corpus.name(),
                        Formats.count(corpus.length()),
                        Formats.count(corpus.vocabulary().size())));
        corpus.notes().forEach(note -> sentence.append(' ').append(note));
        ShortText fit = window.session().data().shortText();
        if (!fit.note().isEmpty()) {
            sentence.append(' ').append(fit.note());
        }
        return fit.reversible()
                ? Notice.information(sentence.toString(), undo(fit))
                : Notice.information(sentence.toString());
    }

    private Offer undo(ShortText fit) {
        return new Offer("undo-short-text-button", "Undo", () -> {
            window.apply(fit.undoIn(window.session().settings().get()));
            window.show(Notice.information(String.format(
                    Locale.ROOT,
                    "Batch and window are %d and %d again.",
                    fit.wanted().batch(),
                    fit.wanted().window())));
        });
    }

    /** A text that does not fit its encoding is offered in the ways in which it can be read. */
    private void refuse(Throwable thrown, @Nullable Charset charset) {
        window.refresh();
        if (!(Problem.of(thrown) instanceof Problem.MalformedText malformed)) {
            window.show(Notice.problem(thrown));
            return;
        }
        Path file = malformed.file();
        List<Offer> offers = new ArrayList<>();
        offers.add(new Offer(
                "replace-malformed-button",
                "Open with replacement characters",
                () -> open(file, charset, CodingErrorAction.REPLACE)));
        Charset other = malformed.alternative();
        if (other != null) {
            offers.add(new Offer(
                    "other-encoding-button", "Open as " + other.displayName(Locale.ROOT), () -> open(file, other)));
        }
        String sentence = malformed.facts(Front.WINDOW) + " Choose how to open it.";
        window.show(new Notice(Notice.Severity.INFORMATION, sentence, "", offers, null));
    }

    /** Stops a read that is under way; the text that was open stays. */
    void cancel() {
        LoadingProgress under = loading.get();
        if (under != null) {
            under.cancel();
        }
    }

    /** The text on its way in, or null. */
    ReadOnlyObjectProperty<@Nullable LoadingProgress> loadingProperty() {
        return loading.getReadOnlyProperty();
    }
}
