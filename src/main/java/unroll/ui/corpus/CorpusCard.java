package unroll.ui.corpus;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.session.state.Status;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;
import unroll.ui.model.WindowModel;
import unroll.ui.samples.ReadOnlyText;

/** The text that is open: what it is, how it begins, and the ways to another. */
public final class CorpusCard extends Card {
    private static final int PREVIEW_SYMBOLS = 600;
    private static final double PREVIEW_EM = 8;

    private final Label name = new Label("No text yet");
    private final CorpusFacts facts;
    private final ReadOnlyText preview = new ReadOnlyText(PREVIEW_EM);
    private final SymbolTable symbols = new SymbolTable();
    private @Nullable Corpus shown;

    /** @param paste what the Paste button does */
    public CorpusCard(WindowModel window, TextOpener texts, Runnable paste) {
        super("Corpus");
        setId("corpus-card");
        facts = new CorpusFacts(new EncodingChoice(texts));
        LoadingBar loading = new LoadingBar(texts);
        window.onTick(loading::tick);
        name.setId("corpus-name");
        name.setWrapText(true);
        name.getStyleClass().add("corpus-name");
        preview.setId("corpus-preview");
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
                        loading,
                        facts,
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
        facts.showParameters(status.model().parameters(), corpus.length());
        if (corpus != shown) {
            shown = corpus;
            name.setText(corpus.name());
            facts.corpus(corpus);
            preview.setText(corpus.text(new Range(0, Math.min(PREVIEW_SYMBOLS, corpus.length()))));
            symbols.show(corpus);
        }
    }
}
