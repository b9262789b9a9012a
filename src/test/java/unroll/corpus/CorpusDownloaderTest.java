package unroll.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.message.ProblemException;

/** The time limit only turns a hang into a failure. */
@Timeout(120)
class CorpusDownloaderTest {
    private static final byte[] TEXT =
            "To be, or not to be: that is the question.\n".repeat(5000).getBytes(UTF_8);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ExecutorService serverThreads = Executors.newCachedThreadPool();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private Path cache;

    @BeforeEach
    void start() throws IOException {
        cache = folder.resolve("some/cache");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(serverThreads);
        server.start();
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        server.stop(0);
        serverThreads.shutdownNow();
    }

    @Test
    void downloadsOnceAndFindsItAgain() throws Exception {
        serve(exchange -> respond(exchange, TEXT.length, TEXT));
        List<Long> progress = new ArrayList<>();

        Path file = downloader(LONG).fetch(entry(TEXT), (done, total) -> {
            assertThat(total).isEqualTo(TEXT.length);
            progress.add(done);
        });

        assertThat(file).hasBinaryContent(TEXT).hasParent(cache);
        assertThat(progress).isSorted().endsWith((long) TEXT.length);
        assertThat(cacheHolds()).as("nothing besides").containsExactly(file);
        server.stop(0);
        assertThat(downloader(LONG).holds(entry(TEXT))).isTrue();
        assertThat(downloader(LONG).fetch(entry(TEXT), CorpusReader.Progress.NONE))
                .isEqualTo(file);
        assertThat(requests).hasValue(1);
    }

    @Test
    void downloadsAgainWhatWasDamaged() throws Exception {
        serve(exchange -> respond(exchange, TEXT.length, TEXT));
        Path file = downloader(LONG).fetch(entry(TEXT), CorpusReader.Progress.NONE);
        byte[] damaged = TEXT.clone();
        damaged[1000] ^= 1;
        Files.write(file, damaged);

        downloader(LONG).fetch(entry(TEXT), CorpusReader.Progress.NONE);

        assertThat(file).hasBinaryContent(TEXT);
        assertThat(requests).hasValue(2);
    }

    @Test
    void followsARedirect() throws Exception {
        serve(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere.txt");
            respond(exchange, -1, new byte[0], 302);
        });
        server.createContext("/elsewhere.txt", exchange -> respond(exchange, TEXT.length, TEXT));

        assertThat(downloader(LONG).fetch(entry(TEXT), CorpusReader.Progress.NONE))
                .hasBinaryContent(TEXT);
    }

    @Test
    void refusesAnotherText() throws Exception {
        byte[] other = TEXT.clone();
        other[7] ^= 1;
        serve(exchange -> respond(exchange, other.length, other));
        refused(LONG).hasMessageContaining("its SHA-256 differs");
    }

    @Test
    void refusesABrokenConnection() throws Exception {
        serve(exchange -> respond(exchange, TEXT.length, half()));
        refused(LONG).hasMessageContaining("broke off after");
    }

    @Test
    void refusesAShortText() throws Exception {
        serve(exchange -> respond(exchange, TEXT.length / 2, half()));
        refused(LONG)
                .hasMessageContaining(
                        String.format(Locale.ROOT, "ended after %,d of %,d bytes", TEXT.length / 2, TEXT.length));
    }

    /** The server says no length and never stops sending. */
    @Test
    void refusesAnEndlessText() throws Exception {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (testIsOver.getCount() > 0) {
                exchange.getResponseBody().write(TEXT);
            }
        });
        refused(LONG).hasMessageContaining(String.format(Locale.ROOT, "is longer than the %,d bytes", TEXT.length));
    }

    @Test
    void refusesToWaitForAnAnswer() throws Exception {
        serve(exchange -> untilTheTestIsOver());
        refused(SHORT).hasMessageContaining("did not answer in time");
    }

    @Test
    void refusesToWaitForTheRest() throws Exception {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, TEXT.length);
            exchange.getResponseBody().write(half());
            exchange.getResponseBody().flush();
            untilTheTestIsOver();
        });
        refused(SHORT).hasMessageContaining("did not answer in time");
    }

    @Test
    void refusesWhatIsNotThere() throws Exception {
        serve(exchange -> respond(exchange, 9, "not there".getBytes(UTF_8), 404));
        refused(LONG).hasMessageContaining("HTTP status 404");
    }

    @Test
    void isPoliteWithoutAServer() throws Exception {
        CatalogEntry entry = entry(TEXT);
        server.stop(0);
        refused(LONG, entry).hasMessageContaining("refused the connection").hasMessageContaining("online");
    }

    @Test
    void isPoliteWithoutAFolder() throws Exception {
        serve(exchange -> respond(exchange, TEXT.length, TEXT));
        Files.createDirectories(folder);
        cache = Files.writeString(folder.resolve("file"), "no folder").resolve("cache");

        assertThatThrownBy(() -> downloader(LONG).fetch(entry(TEXT), CorpusReader.Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining(cache.toString());
        assertThat(requests).as("not even asked").hasValue(0);
    }

    @Test
    void stopsWhenCanceled() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        serve(exchange -> {
            exchange.sendResponseHeaders(200, TEXT.length);
            exchange.getResponseBody().write(half());
            exchange.getResponseBody().flush();
            untilTheTestIsOver();
        });
        FutureTask<Throwable> failure = new FutureTask<>(() -> {
            try {
                downloader(LONG).fetch(entry(TEXT), (done, total) -> sending.countDown());
                return null;
            } catch (IOException e) {
                return e;
            }
        });
        Thread download = new Thread(failure);
        download.start();
        assertThat(sending.await(60, TimeUnit.SECONDS)).isTrue();

        download.interrupt();

        assertThat(failure.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedIOException.class);
        assertThat(cacheHolds()).isEmpty();
    }

    private AbstractThrowableAssert<?, ?> refused(Duration patience) throws Exception {
        return refused(patience, entry(TEXT));
    }

    private AbstractThrowableAssert<?, ?> refused(Duration patience, CatalogEntry entry) throws IOException {
        var failure = assertThatThrownBy(() -> downloader(patience).fetch(entry, CorpusReader.Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("A famous text")
                .hasMessageEndingWith(".");
        assertThat(cacheHolds()).isEmpty();
        return failure;
    }

    private CorpusDownloader downloader(Duration readPatience) {
        return new CorpusDownloader(cache, LONG, readPatience);
    }

    private CatalogEntry entry(byte[] text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
        URI address = new URI("http", null, "127.0.0.1", server.getAddress().getPort(), "/text.txt", null, null);
        return new CatalogEntry(
                "famous",
                "A famous text",
                "",
                address,
                "CC0",
                text.length,
                HexFormat.of().formatHex(digest),
                "UTF-8");
    }

    private List<Path> cacheHolds() throws IOException {
        try (var files = Files.list(cache)) {
            return files.toList();
        }
    }

    private void serve(HttpHandler handler) {
        server.createContext("/text.txt", exchange -> {
            requests.incrementAndGet();
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static void respond(HttpExchange exchange, long claimedLength, byte[] body) throws IOException {
        respond(exchange, claimedLength, body, 200);
    }

    private static void respond(HttpExchange exchange, long claimedLength, byte[] body, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, claimedLength);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static byte[] half() {
        return java.util.Arrays.copyOf(TEXT, TEXT.length / 2);
    }

    private void untilTheTestIsOver() {
        try {
            testIsOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
