package unroll.corpus;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;

/** Bytes that are no characters of the encoding they are read in. */
final class MalformedTextException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Charset charset;
    private final long offset;

    /** @param offset of the first such byte in the file */
    MalformedTextException(Charset charset, long offset, CharacterCodingException cause) {
        super(cause);
        this.charset = charset;
        this.offset = offset;
    }

    long offset() {
        return offset;
    }

    /** @param name what messages call the text */
    CorpusException refusal(String name) {
        return new CorpusException(
                String.format(
                        Locale.ROOT,
                        "%s cannot be read as %s: its byte at offset %,d does not fit; choose another encoding.",
                        name,
                        charset.displayName(java.util.Locale.ROOT),
                        offset),
                this);
    }
}
