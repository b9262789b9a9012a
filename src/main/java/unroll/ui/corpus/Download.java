package unroll.ui.corpus;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import unroll.corpus.CatalogEntry;
import unroll.corpus.CorpusDownloader;

/** One download, on a thread of its own. */
final class Download {
    private final LoadingProgress progress;
    private final CompletableFuture<Path> file = new CompletableFuture<>();
    private final Thread thread;

    private Download(CorpusDownloader downloader, CatalogEntry entry) {
        progress = new LoadingProgress(entry.title());
        thread = new Thread(() -> fetch(downloader, entry), "download");
        thread.setDaemon(true);
    }

    static Download start(CorpusDownloader downloader, CatalogEntry entry) {
        Download download = new Download(downloader, entry);
        download.thread.start();
        return download;
    }

    private void fetch(CorpusDownloader downloader, CatalogEntry entry) {
        try {
            file.complete(downloader.fetch(entry, progress));
        } catch (InterruptedIOException e) {
            file.completeExceptionally(new CancellationException("The download was cancelled."));
        } catch (IOException | RuntimeException e) {
            file.completeExceptionally(e);
        }
    }

    /** Where the text lies once it is there. */
    CompletableFuture<Path> file() {
        return file;
    }

    /** From 0 to 1, or −1 where it is unknown. */
    double share() {
        return progress.share();
    }

    void cancel() {
        thread.interrupt();
    }
}
