package unroll.corpus;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** The JDK's body of a response in a file, which counts what arrives and never gets longer than its entry says. */
final class LimitedBody implements BodySubscriber<Path>, AutoCloseable {
    private final CatalogEntry entry;
    private final CorpusReader.Progress progress;
    private final BodySubscriber<Path> file;
    private @Nullable ProblemException refusal;
    private volatile Flow.@Nullable Subscription source;
    private final AtomicLong received = new AtomicLong();
    private volatile boolean broken;

    LimitedBody(CatalogEntry entry, Path file, CorpusReader.Progress progress) {
        this.entry = entry;
        this.progress = progress;
        this.file = BodySubscribers.ofFile(file);
    }

    /** This, refused as soon as it begins where there is a reason to. */
    LimitedBody of(@Nullable ProblemException reason) {
        refusal = reason;
        return this;
    }

    /** Bytes so far. */
    long received() {
        return received.get();
    }

    /** Whether the file, and not the network, is why it ended too soon. */
    boolean failedToWrite() {
        return !broken && file.getBody().toCompletableFuture().isCompletedExceptionally();
    }

    @Override
    public CompletionStage<Path> getBody() {
        return file.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        file.onSubscribe(subscription);
        if (refusal != null) {
            end(refusal);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        long length = received.addAndGet(
                piece.stream().mapToInt(ByteBuffer::remaining).sum());
        if (length > entry.bytes()) {
            end(Reason.DOWNLOAD_TOO_LONG.exception(entry.host(), entry.title(), entry.bytes()));
        } else {
            file.onNext(piece);
            progress.at(length, entry.bytes());
        }
    }

    @Override
    public void onError(Throwable failure) {
        broken = true;
        file.onError(failure);
    }

    @Override
    public void onComplete() {
        file.onComplete();
    }

    /** Gives up the rest of the body, if there is one, and with it the connection and the file. */
    @Override
    public void close() {
        end(new CancellationException("The download was stopped."));
    }

    private void end(Throwable reason) {
        Flow.Subscription subscription = source;
        if (subscription != null) {
            subscription.cancel();
            file.onError(reason);
        }
    }
}
