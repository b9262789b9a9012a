package unroll.ui.corpus;

import javafx.stage.Window;
import unroll.corpus.CorpusCatalog;
import unroll.corpus.CorpusDownloader;
import unroll.corpus.CorpusException;
import unroll.ui.desk.Desk;
import unroll.ui.desk.Notice;

/** Opens the list of public texts. */
public final class Catalog {
    private final Desk desk;
    private final Window owner;
    private final Texts texts;
    private final CorpusDownloader downloader;

    public Catalog(Desk desk, Window owner, Texts texts, CorpusDownloader downloader) {
        this.desk = desk;
        this.owner = owner;
        this.texts = texts;
        this.downloader = downloader;
    }

    public void show() {
        try {
            CatalogList list = new CatalogList(CorpusCatalog.bundled().entries());
            new CatalogDialog(owner, downloader, list, texts).show();
        } catch (CorpusException e) {
            desk.tell(Notice.problem(e));
        }
    }
}
