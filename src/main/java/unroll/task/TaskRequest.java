package unroll.task;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.Split;

/**
 * What a task makes its data from.
 *
 * @param seed the data's own; the same seed gives the same data
 * @param corpus the opened text, or null
 * @param pairs the user's pairs, or null; they fit the task's type
 * @param known the layout of the model that is to read the data, or null where a new one is to be trained
 */
public record TaskRequest(
        long seed,
        Split split,
        @Nullable Corpus corpus,
        @Nullable List<InputOutput> pairs,
        @Nullable Layout known) {
    /** For data of the task's own making. */
    public static TaskRequest of(long seed, Split split) {
        return new TaskRequest(seed, split, null, null, null);
    }

    /** The same with an opened text. */
    public TaskRequest withText(Corpus text) {
        return new TaskRequest(seed, split, text, pairs, known);
    }

    /** The same with the user's pairs. */
    public TaskRequest withPairs(List<InputOutput> own) {
        return new TaskRequest(seed, split, corpus, own, known);
    }

    /** The same for a model that exists. */
    public TaskRequest withKnown(Layout layout) {
        return new TaskRequest(seed, split, corpus, pairs, layout);
    }

    /** The text of a task that reads one; {@link TaskConfig#data} has made sure of it. */
    public Corpus text() {
        return Objects.requireNonNull(corpus, "text");
    }
}
