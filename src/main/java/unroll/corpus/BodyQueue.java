package unroll.corpus;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, taken piece by piece by the thread that asked for it, which waits for each piece only so
 * long and can be interrupted. The stream of the HTTP client can do neither.
 */
final class BodyQueue implements BodySubscriber<BodyQueue>, AutoCloseable {
    /** What has arrived: a piece, or the end with or without a reason. */
    private record Arrival(
            List<ByteBuffer> piece, boolean last, @Nullable Throwable failure) {}

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    /**
     * The next piece, or null at the end of the body.
     *
     * @throws HttpTimeoutException where none comes within this time
     * @throws IOException where the connection broke
     */
    @Nullable
    List<ByteBuffer> next(Duration patience) throws IOException, InterruptedException {
        subscription.thenAccept(source -> source.request(1));
        Arrival arrival = arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (arrival == null) {
            throw new HttpTimeoutException("nothing arrived");
        }
        if (arrival.failure() != null) {
            throw new IOException(arrival.failure().getMessage(), arrival.failure());
        }
        return arrival.last() ? null : arrival.piece();
    }

    /** Gives up the rest of the body, if there is one, and with it the connection. */
    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }

    @Override
    public CompletionStage<BodyQueue> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        subscription.complete(source);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        arrivals.add(new Arrival(piece, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Arrival(List.of(), true, failure));
    }

    @Override
    public void onComplete() {
        arrivals.add(new Arrival(List.of(), true, null));
    }
}
