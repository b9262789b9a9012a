package unroll.session;

import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;

/**
 * What the user has opened to learn from.
 *
 * @param text for the tasks that read one, or null
 * @param pairs a file of lines {@code input<TAB>output}, as the text it is, or null
 */
public record Sources(@Nullable Corpus text, @Nullable Corpus pairs) {
    static final Sources NONE = new Sources(null, null);

    /** The same with another text. */
    public Sources withText(@Nullable Corpus value) {
        return new Sources(value, pairs);
    }

    /** The same with other pairs. */
    public Sources withPairs(@Nullable Corpus value) {
        return new Sources(text, value);
    }
}
