package unroll.ui.corpus;

import java.nio.file.Path;
import javafx.stage.Window;
import unroll.corpus.CorpusCatalog;
import unroll.corpus.CorpusDownloader;
import unroll.message.ProblemException;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Opens the list of public texts. */
public final class CatalogOpener {
    private final WindowModel window;
    private final Window owner;
    private final TextOpener texts;
    private final Path folder;

    /** @param folder where downloaded texts are kept */
    public CatalogOpener(WindowModel window, Window owner, TextOpener texts, Path folder) {
        this.window = window;
        this.owner = owner;
        this.texts = texts;
        this.folder = folder;
    }

    public void show() {
        try {
            CatalogList list = new CatalogList(CorpusCatalog.bundled());
            // Made here: an HTTP client looks after keys and certificates, which no start should wait for.
            new CatalogDialog(owner, new CorpusDownloader(folder), list, texts).show();
        } catch (ProblemException e) {
            window.show(Notice.problem(e));
        }
    }
}
