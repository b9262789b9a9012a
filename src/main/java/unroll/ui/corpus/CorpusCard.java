package unroll.ui.corpus;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.message.Formats;
import unroll.session.state.Status;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Choice;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.control.FactGrid;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Term;
import unroll.ui.control.Tips;
import unroll.ui.model.WindowModel;
import unroll.ui.samples.ReadOnlyText;

/** The text that is open: what it is, how it begins, and the ways to another. */
public final class CorpusCard extends Card {
    private static final int PREVIEW_SYMBOLS = 600;
    private static final double PREVIEW_EM = 8;
    private static final List<Charset> ENCODINGS = Stream.of(("UTF-8 UTF-16LE UTF-16BE windows-1252 ISO-8859-15"
                            + " windows-1250 windows-1251 KOI8-R windows-1253 windows-1254 windows-1255 GB18030 Big5"
                            + " Shift_JIS EUC-JP EUC-KR IBM437 IBM850")
                    .split(" "))
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private final Label name = Nodes.styled(Nodes.named("corpus-name", Labels.wrapped("No text yet")), "corpus-name");
    private final FactGrid facts = new FactGrid();
    private final Label characters = facts.add("Characters", "corpus-characters");
    private final Label distinct = facts.add(Term.V.mark(Labels.wrapped("Distinct symbols, V")), "corpus-symbols");
    private final Label lines = facts.add("Lines", "corpus-lines");
    private final Label ratio = Tips.on(
            facts.add("Parameters per character", "corpus-ratio"),
            "Trainable weights for each character of the text. Much above 1 the network can memorize the text"
                    + " instead of learning its patterns.");
    private final Choice<Charset> encoding = new Choice<>(
                    "encoding-choice", "Encoding", ENCODINGS, charset -> charset.displayName(Locale.ROOT))
            .tip("How bytes become characters; it is detected. Choose another where the preview looks"
                    + " garbled, and the file is read again.");
    private final ReadOnlyText preview = Nodes.named("corpus-preview", new ReadOnlyText(PREVIEW_EM));
    private final SymbolTable symbols = new SymbolTable();
    private @Nullable Corpus shown;

    /** @param paste what the Paste button does */
    public CorpusCard(WindowModel window, TextOpener texts, Runnable paste) {
        super("Corpus");
        setId("corpus-card");
        encoding.onChoice(texts::decode).setDisable(true);
        // Where the file could not be read so, the encoding of what is open is shown again.
        texts.loadingProperty().subscribe(loading -> showEncoding());
        preview.setAccessibleText("How the text begins");
        Button open = Buttons.of("open-text-button", "Open…", Feather.FOLDER, texts::choose);
        Tips.on(open, "Opens a text file of yours. The network will learn to write like it.");
        Button pasteButton = Buttons.of("paste-text-button", "Paste…", Feather.CLIPBOARD, paste);
        Tips.on(
                pasteButton,
                "Takes a text from the clipboard. The longer it is, the better the network can learn from it.");
        getChildren()
                .addAll(
                        name,
                        RowLayouts.equal(open, pasteButton),
                        new LoadingBar("Reading", texts.loadingProperty(), window),
                        facts,
                        encoding.beside(),
                        preview,
                        new CollapsiblePane("symbols-fold", "Symbols and their frequencies", symbols)
                                .onFirstOpen(symbols::wake),
                        new CollapsiblePane("split-fold", "Advanced: split", new SplitFields(window)));
        window.statusProperty().subscribe(this::show);
    }

    private void show(Status status) {
        Corpus corpus = status.opened().text();
        if (corpus == null) {
            return;
        }
        ratio.setText(String.format(Locale.ROOT, "%.2f", (double) status.model().parameters() / corpus.length()));
        if (corpus != shown) {
            shown = corpus;
            name.setText(corpus.name());
            characters.setText(Formats.count(corpus.length()));
            distinct.setText(Formats.count(corpus.vocabulary().size()));
            lines.setText(Formats.count(corpus.lines()));
            showEncoding();
            preview.setText(corpus.text(new Range(0, Math.min(PREVIEW_SYMBOLS, corpus.length()))));
            symbols.show(corpus);
        }
    }

    /** A bundled or pasted text has no bytes to decode again. */
    private void showEncoding() {
        if (shown != null) {
            encoding.show(shown.charset());
            encoding.setDisable(shown.file() == null);
        }
    }
}
