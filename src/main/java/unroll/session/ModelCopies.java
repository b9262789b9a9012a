package unroll.session;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import unroll.sample.SampleRequest;
import unroll.session.background.DaemonThread;
import unroll.session.background.Futures;
import unroll.session.model.InspectionInput;
import unroll.session.model.Learner;
import unroll.session.model.ModelSnapshot;
import unroll.session.state.SessionState;
import unroll.session.state.SessionStore;
import unroll.session.state.StarterModel;

/**
 * Copies of the session's model, taken between two steps, that write and are looked into on threads of their own: the run is held
 * up by the copying alone.
 */
public final class ModelCopies {
    private final SessionStore store;
    private final DaemonThread writing = new DaemonThread("unroll-samples");
    private final DaemonThread inside = new DaemonThread("unroll-lens");
    private volatile @Nullable SampleRequest written;

    ModelCopies(SessionStore store) {
        this.store = store;
    }

    /**
     * Writes a text with a copy of the present model, on a thread of its own; the run is not disturbed. Canceling the
     * future stops it.
     *
     * @param onText gets the text piece by piece, on that thread
     */
    public CompletableFuture<String> sample(SampleRequest request, Consumer<String> onText) {
        return writing.call(() -> {
            Learner.Writer writer = Futures.await(store.trainer()
                    .call(() -> store.state().presentModel().backing().writer()));
            String text = writer.write(request, onText);
            written = request;
            return text;
        });
    }

    /** How the last text was asked for that {@link #sample} has written to its end, or null. */
    public @Nullable SampleRequest written() {
        return written;
    }

    /**
     * Lets a model that ships with the program be looked into while there is none and its text is open.
     *
     * @return completes when it has been read
     */
    public CompletableFuture<Void> offerStarter() {
        return store.files()
                .call(() -> StarterModel.read(store.config().factory()))
                .thenCompose(starter -> store.trainer().run(() -> store.update(now -> now.withStarter(starter))));
    }

    /** The model that is looked into as long as there is none: the same object each time; null for none. */
    public @Nullable Object starter() {
        return store.state().presentStarter();
    }

    /** The present model as it is after the step it is at: a copy, for whoever wants to look inside or try it. */
    public CompletableFuture<ModelSnapshot> snapshot() {
        return store.trainer().call(() -> {
            SessionState now = store.state();
            StarterModel starter = now.presentStarter();
            return starter == null ? now.presentModel().backing().snapshot() : starter.snapshot();
        });
    }

    /**
     * Works something out from the model and a column of what it is learning, as {@link #inspect}. Fails with a sentence
     * where there is no model or its data are missing.
     */
    public <T> CompletableFuture<T> inspectInput(Function<InspectionInput, T> work) {
        return inside.call(() -> work.apply(Futures.await(
                store.trainer().call(() -> store.state().presentModel().run().inspectionInput()))));
    }

    /**
     * Works something out about the present model, on a thread of its own; the run is held up by the copy alone. Canceling the
     * future takes it off the list or interrupts it.
     */
    public <T> CompletableFuture<T> inspect(ModelFunction<T> inspection) {
        return inside.call(() -> inspection.of(Futures.await(snapshot())));
    }

    /** The model as it was at a snapshot that is kept. */
    public CompletableFuture<ModelSnapshot> snapshot(long step) {
        return store.files()
                .call(() -> store.state().presentModel().history().read(step).snapshot());
    }

    /** Works something out about the model as it was at a snapshot that is kept, as {@link #inspect(Inspection)}. */
    public <T> CompletableFuture<T> inspect(long step, ModelFunction<T> inspection) {
        return inside.call(() -> inspection.of(Futures.await(snapshot(step))));
    }

    /** Works something out on the thread of {@link #inspect}, about a model of which there is a copy already. */
    public <T> CompletableFuture<T> workOut(Callable<T> work) {
        return inside.call(work);
    }

    /** Stops what is under way. */
    void close() {
        writing.breakOff();
        inside.breakOff();
    }

    /** Something to be worked out about the present model. */
    @FunctionalInterface
    public interface ModelFunction<T> {
        /**
         * Works it out; should end early when the thread is interrupted.
         *
         * @param model a copy of the model
         * @throws Exception with a sentence where it cannot be worked out
         */
        T of(ModelSnapshot model) throws Exception;
    }
}
