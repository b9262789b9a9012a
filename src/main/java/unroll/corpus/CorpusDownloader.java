package unroll.corpus;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;

/**
 * Fetches texts of the catalog into a folder and finds them there the next time. Only {@link #fetch} uses the network,
 * and only for what the folder does not hold. A text lies in the folder whole, with the right digest, or not at all. May be
 * used by several threads.
 */
public final class CorpusDownloader {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration READ_PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final Path folder;
    private final Duration readPatience;
    private final HttpClient client;

    /** @param folder where the texts are kept, created when first needed */
    public CorpusDownloader(Path folder) {
        this(folder, CONNECT_PATIENCE, READ_PATIENCE);
    }

    /**
     * @param connectPatience the longest wait for a connection
     * @param readPatience the longest wait for an answer, and for anything more of it
     */
    public CorpusDownloader(Path folder, Duration connectPatience, Duration readPatience) {
        this.folder = folder;
        this.readPatience = readPatience;
        // NORMAL never leads from https to http.
        this.client = HttpClient.newBuilder()
                .connectTimeout(connectPatience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Whether the folder holds a file of this text; {@link #fetch} still checks it. */
    public boolean holds(CatalogEntry entry) {
        return Files.isRegularFile(file(entry));
    }

    private Path file(CatalogEntry entry) {
        return folder.resolve(entry.id() + ".txt");
    }

    /**
     * The file of a text: from the folder where it is there with the right digest, else downloaded. Interrupting the
     * thread stops it with an {@link InterruptedIOException}; the thread stays marked as interrupted.
     *
     * @throws ProblemException where it cannot be had; nothing of it is left in the folder
     */
    public Path fetch(CatalogEntry entry, CorpusReader.Progress progress) throws IOException {
        try {
            if (holds(entry) && Files.size(file(entry)) == entry.bytes() && hasDigest(entry, file(entry))) {
                return file(entry);
            }
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, entry.id() + "-", ".part");
            try {
                receive(entry, new LimitedBody(entry, temporary, progress));
                check(entry, temporary);
                return Files.move(temporary, file(entry), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (InterruptedIOException e) {
            throw e;
        } catch (ClosedByInterruptException e) {
            throw interrupted();
        } catch (IOException e) {
            throw new ProblemException(Reason.UNUSABLE_TEXT_FOLDER.with(folder, e.toString()), e);
        }
    }

    private static InterruptedIOException interrupted() {
        return new InterruptedIOException("The download was stopped.");
    }

    /** @throws IOException of the temporary file; what the network does wrong is a {@link ProblemException} */
    private void receive(CatalogEntry entry, LimitedBody body) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(entry.address()).timeout(readPatience).build();
        CompletableFuture<HttpResponse<Path>> response =
                client.sendAsync(request, head -> body.of(head.statusCode() == OK ? null : moved(entry, head)));
        try {
            awaitEnd(response, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (ExecutionException e) {
            throw failure(entry, body, e.getCause() == null ? e : e.getCause());
        } catch (HttpTimeoutException e) {
            throw refusal(entry, body.received(), e);
        } finally {
            response.cancel(true);
            body.close();
        }
    }

    /** Waits for as long as something arrives. */
    private void awaitEnd(CompletableFuture<?> response, LimitedBody body)
            throws InterruptedException, ExecutionException, HttpTimeoutException {
        for (long before = -1; before != body.received() || response.isDone(); ) {
            before = body.received();
            try {
                response.get(readPatience.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                // Something may have arrived in this time.
            }
        }
        throw new HttpTimeoutException("nothing arrived");
    }

    private static RuntimeException failure(CatalogEntry entry, LimitedBody body, Throwable cause) throws IOException {
        if (cause instanceof ProblemException refused) {
            return refused;
        }
        IOException reason = cause instanceof IOException io ? io : new IOException(cause.getMessage(), cause);
        if (body.failedToWrite()) {
            throw reason;
        }
        return refusal(entry, body.received(), reason);
    }

    private static void check(CatalogEntry entry, Path received) throws IOException {
        if (Files.size(received) < entry.bytes()) {
            throw Reason.DOWNLOAD_TOO_SHORT.exception(entry.host(), entry.title(), Files.size(received), entry.bytes());
        }
        if (!hasDigest(entry, received)) {
            throw Reason.DOWNLOAD_DIFFERS.exception(entry.host(), entry.title());
        }
    }

    private static boolean hasDigest(CatalogEntry entry, Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(entry.sha256());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, but this one does not.", e);
        }
    }

    private static ProblemException moved(CatalogEntry entry, HttpResponse.ResponseInfo head) {
        return Reason.TEXT_MOVED.exception(entry.host(), head.statusCode(), entry.title());
    }

    /** What the network did. */
    private static ProblemException refusal(CatalogEntry entry, long received, IOException reason) {
        Reason known = reason instanceof HttpTimeoutException
                ? Reason.DOWNLOAD_TIMED_OUT
                : isUnresolved(reason) ? Reason.UNKNOWN_HOST : Reason.CONNECTION_REFUSED;
        return new ProblemException(
                reason instanceof HttpTimeoutException || reason instanceof ConnectException
                        ? known.with(entry.host(), entry.title())
                        : Reason.DOWNLOAD_BROKE_OFF.with(
                                entry.title(), received, entry.bytes(), Problem.reason(reason)),
                reason);
    }

    private static boolean isUnresolved(Throwable reason) {
        return Stream.iterate(reason, cause -> cause != null, Throwable::getCause)
                .anyMatch(UnresolvedAddressException.class::isInstance);
    }
}
