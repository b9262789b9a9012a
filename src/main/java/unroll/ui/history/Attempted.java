package unroll.ui.history;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.ui.desk.Notice;

/** Something that was worked out, or the reason why it cannot be; one of the two is there. */
record Attempted<T>(@Nullable T value, @Nullable ProblemException refusal) {
    /** Works it out; a problem becomes the reason. */
    static <T> Attempted<T> at(Supplier<T> work) {
        try {
            return new Attempted<>(work.get(), null);
        } catch (ProblemException refusal) {
            return new Attempted<>(null, refusal);
        }
    }

    /** Hands one of the two on: what was worked out, or the sentence that says why it cannot be. */
    void handTo(Consumer<T> shown, Consumer<String> refused) {
        if (value != null) {
            shown.accept(value);
        } else if (refusal != null) {
            refused.accept(Notice.problem(refusal).sentence());
        }
    }
}
