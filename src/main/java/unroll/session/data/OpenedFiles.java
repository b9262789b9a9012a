package unroll.session.data;

import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;

/**
 * What the user has opened to learn from.
 *
 * @param text for the tasks that read one, or null
 * @param pairs a file of lines {@code input<TAB>output}, as the text it is, or null
 */
public record OpenedFiles(@Nullable Corpus text, @Nullable Corpus pairs) {
    public static final OpenedFiles NONE = new OpenedFiles(null, null);

    /** The same with another text. */
    public OpenedFiles withText(@Nullable Corpus value) {
        return new OpenedFiles(value, pairs);
    }

    /** The same with other pairs. */
    public OpenedFiles withPairs(@Nullable Corpus value) {
        return new OpenedFiles(text, value);
    }
}
