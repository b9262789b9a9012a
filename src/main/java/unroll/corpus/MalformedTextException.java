package unroll.corpus;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text that holds bytes which are no characters of its encoding. It can be read all the same with those bytes replaced, or
 * in another encoding; how to ask for that depends on where the sentence is read, so callers add it.
 */
public final class MalformedTextException extends CorpusException {
    private static final long serialVersionUID = 1;

    private final transient Path file;
    private final transient @Nullable Charset alternative;
    private final long bytes;

    /**
     * @param charset the text was read in
     * @param detected whether that was a guess
     * @param alternative an encoding that all bytes of the file fit, or null where none is worth proposing
     */
    MalformedTextException(
            Path file, Charset charset, boolean detected, TextDecoder decoded, @Nullable Charset alternative) {
        super(String.format(
                Locale.ROOT,
                "%s %s %s, but %s, the first at offset %,d (line %,d).",
                file,
                detected ? "seems to be" : "is read as",
                charset.displayName(Locale.ROOT),
                decoded.malformed() == 1
                        ? "1 byte does not fit"
                        : String.format(Locale.ROOT, "%,d bytes do not fit", decoded.malformed()),
                decoded.firstOffset(),
                decoded.firstLine()));
        this.file = file;
        this.alternative = alternative;
        bytes = decoded.malformed();
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
