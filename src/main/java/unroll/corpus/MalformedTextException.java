package unroll.corpus;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unroll.message.Wording;

/**
 * A text that holds bytes which are no characters of its encoding. It can be read all the same with those bytes replaced, or
 * in another encoding; how to ask for that depends on where the sentence is read, so callers that can add it to the
 * {@link #facts}.
 */
public final class MalformedTextException extends CorpusException {
    private static final long serialVersionUID = 1;

    private final transient Path file;
    private final transient @Nullable Charset alternative;
    private final String facts;
    private final long bytes;

    /**
     * @param charset the text was read in
     * @param detected whether that was a guess
     * @param alternative an encoding that all bytes of the file fit, or null where none is worth proposing
     */
    MalformedTextException(
            Path file, Charset charset, boolean detected, TextDecoder decoded, @Nullable Charset alternative) {
        super(facts(file, charset, detected, decoded) + " Save it in UTF-8.");
        facts = facts(file, charset, detected, decoded);
        this.file = file;
        this.alternative = alternative;
        bytes = decoded.malformed();
    }

    private static String facts(Path file, Charset charset, boolean detected, TextDecoder decoded) {
        return String.format(
                Locale.ROOT,
                "%s %s %s, but %s at offset %,d (line %,d).",
                file,
                detected ? "seems to be" : "is read as",
                charset.displayName(Locale.ROOT),
                Wording.count(decoded.malformed(), "byte")
                        + (decoded.malformed() == 1 ? " does not fit," : " do not fit, the first"),
                decoded.firstOffset(),
                decoded.firstLine());
    }

    /** What is wrong, as a sentence without what to do. */
    public String facts() {
        return facts;
    }

    public Path file() {
        return file;
    }

    /** How many bytes do not fit, 1 or more. */
    public long bytes() {
        return bytes;
    }

    /** An encoding that all bytes of the file fit, or null where none is worth proposing. */
    public @Nullable Charset alternative() {
        return alternative;
    }
}
