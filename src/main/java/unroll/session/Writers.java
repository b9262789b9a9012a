package unroll.session;

import org.jspecify.annotations.Nullable;
import unroll.task.TaskData;
import unroll.task.TextWriting;

/** What writes for a task. */
final class Writers {
    private Writers() {}

    /** @param data what it was trained on, or null where they are not there */
    static Learner.Writer of(Look model, @Nullable TaskData data) {
        TextWriting writing = model.task().writing().orElse(null);
        if (writing != null) {
            return new NetworkWriter(model, writing);
        }
        return data instanceof TaskData.Examined examined
                ? new AnswerWriter(model, examined)
                : (request, heard) -> {
                    throw new IllegalStateException(
                            "This model answers and does not write a text; type something for it to answer.");
                };
    }
}
