package unroll.session;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Works on copies of the model on a thread of its own, one thing after the other, while the model goes on learning. */
public final class Inspection implements AutoCloseable {
    private final Session session;
    private final DaemonThread thread = new DaemonThread("unroll-inspection");

    public Inspection(Session session) {
        this.session = session;
    }

    /**
     * Works something out from the model and a column of what it is learning, as they are after the step it is at.
     *
     * @return fails with a sentence where there is no model, or with what the work throws
     */
    public <T> CompletableFuture<T> of(Function<Scene, T> work) {
        return thread.call(() -> work.apply(Answer.await(session.scene())));
    }

    /** Ends the thread. */
    @Override
    public void close() {
        thread.breakOff();
    }
}
