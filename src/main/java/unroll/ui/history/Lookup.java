package unroll.ui.history;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.session.Session;
import unroll.ui.desk.FxThread;

/**
 * Answers questions about moments, one at a time, and keeps the answers. Where questions come faster than answers only the
 * newest waits, and work that has taken long already is broken off for it; what is quick is let finish, so that somebody who
 * scrubs sees something on the way. Lives on the FX thread.
 */
final class Lookup {
    private static final long PATIENCE_NANOS = 400_000_000;
    /** Answers of some kilobytes each. */
    private static final int MOST = 400;

    private final Session session;
    private final BiConsumer<Seen.Question, Seen> seen;
    private final Consumer<Throwable> refused;
    private final Map<Seen.Question, Seen> known = new HashMap<>();
    private @Nullable CompletableFuture<Seen> work;
    private Seen.@Nullable Question waiting;
    private long began;

    Lookup(Session session, BiConsumer<Seen.Question, Seen> seen, Consumer<Throwable> refused) {
        this.session = session;
        this.seen = seen;
        this.refused = refused;
    }

    void want(Seen.Question question) {
        Seen answer = known.get(question);
        CompletableFuture<Seen> present = work;
        waiting = answer == null ? question : null;
        if (answer != null) {
            seen.accept(question, answer);
        } else if (present == null) {
            begin(question);
        } else if (System.nanoTime() - began > PATIENCE_NANOS) {
            present.cancel(true);
        }
    }

    private void begin(Seen.Question question) {
        waiting = null;
        began = System.nanoTime();
        CompletableFuture<Seen> begun = session.inspect(question.moment().step(), question::ask);
        work = begun;
        FxThread.whenDone(begun, answer -> keep(question, answer), refused);
        FxThread.whenEnded(begun, () -> {
            work = null;
            Seen.Question next = waiting;
            if (next != null) {
                begin(next);
            }
        });
    }

    private void keep(Seen.Question question, Seen answer) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(question, answer);
        seen.accept(question, answer);
    }
}
