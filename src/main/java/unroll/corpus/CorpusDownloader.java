package unroll.corpus;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Fetches texts of the catalogue into a folder and finds them there the next time. Only {@link #fetch} uses the network,
 * and only for what the folder does not hold. May be used by several threads.
 */
public final class CorpusDownloader {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration READ_PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final DownloadCache cache;
    private final Duration readPatience;
    private final HttpClient client;

    /** @param folder where the texts are kept, created when first needed */
    public CorpusDownloader(Path folder) {
        this(folder, CONNECT_PATIENCE, READ_PATIENCE);
    }

    /**
     * @param connectPatience the longest wait for a connection
     * @param readPatience the longest wait for an answer, and for each further piece of it
     */
    public CorpusDownloader(Path folder, Duration connectPatience, Duration readPatience) {
        this.cache = new DownloadCache(folder);
        this.readPatience = readPatience;
        // NORMAL never leads from https to http.
        this.client = HttpClient.newBuilder()
                .connectTimeout(connectPatience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Whether the folder holds a file of this text; {@link #fetch} still checks it. */
    public boolean holds(CatalogEntry entry) {
        return cache.holds(entry);
    }

    /**
     * The file of a text: from the folder where it is there with the right digest, else downloaded. Interrupting the
     * thread stops it with an {@link InterruptedIOException}; the thread stays marked as interrupted.
     *
     * @throws CorpusException with a sentence where it cannot be had; nothing of it is left in the folder
     */
    public Path fetch(CatalogEntry entry, CorpusReader.Progress progress) throws IOException {
        if (cache.holdsExactly(entry)) {
            return cache.file(entry);
        }
        try (DownloadCache.Part part = cache.begin(entry)) {
            receive(entry, part, progress);
            return part.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    static InterruptedIOException interrupted() {
        return new InterruptedIOException("The download was stopped.");
    }

    private void receive(CatalogEntry entry, DownloadCache.Part part, CorpusReader.Progress progress)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(entry.address()).timeout(readPatience).build();
        try {
            HttpResponse<BodyQueue> response = client.send(request, head -> new BodyQueue());
            try (BodyQueue body = response.body()) {
                requireOk(entry, response.statusCode());
                for (var piece = body.next(readPatience); piece != null; piece = body.next(readPatience)) {
                    part.write(piece);
                    progress.at(part.length(), entry.bytes());
                }
            }
        } catch (CorpusException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw refusal(entry, part.length(), e);
        }
    }

    private static void requireOk(CatalogEntry entry, int status) throws CorpusException {
        if (status != OK) {
            throw new CorpusException(String.format(
                    Locale.ROOT,
                    "%s answered with HTTP status %d instead of \"%s\"; the text may have moved.",
                    host(entry),
                    status,
                    entry.title()));
        }
    }

    /** The sentence for what the network did. */
    private CorpusException refusal(CatalogEntry entry, long received, IOException reason) {
        String sentence;
        if (reason instanceof HttpTimeoutException) {
            sentence = String.format(
                    "%s did not answer in time while \"%s\" was downloaded; try again later.",
                    host(entry), entry.title());
        } else if (reason instanceof ConnectException && isUnresolved(reason)) {
            sentence = String.format(
                    "The host %s was not found, so \"%s\" could not be downloaded; check that this computer is online.",
                    host(entry), entry.title());
        } else if (reason instanceof ConnectException) {
            sentence = String.format(
                    "%s refused the connection, so \"%s\" could not be downloaded; check that this computer is online.",
                    host(entry), entry.title());
        } else {
            sentence = String.format(
                    Locale.ROOT,
                    "The download of \"%s\" broke off after %,d of %,d bytes (%s); try again.",
                    entry.title(),
                    received,
                    entry.bytes(),
                    reason.getMessage());
        }
        return new CorpusException(sentence, reason);
    }

    private static boolean isUnresolved(Throwable reason) {
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static String host(CatalogEntry entry) {
        return entry.address().getHost();
    }
}
