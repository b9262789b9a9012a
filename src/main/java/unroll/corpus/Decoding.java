package unroll.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Turns the bytes of a text, handed over piece by piece, into code points. Where bytes do not fit the encoding both
 * methods throw a {@link java.nio.charset.CharacterCodingException} and leave the buffer's position at the first of them.
 */
interface Decoding {
    static Decoding of(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? new Utf8Decoding() : new CharsetDecoding(charset);
    }

    /** Takes every whole character from an array-backed buffer; the start of a further one stays in it. */
    void decode(ByteBuffer bytes, TextCollector text) throws java.io.IOException;

    /** Takes what the buffer holds after the last piece. */
    void finish(ByteBuffer bytes, TextCollector text) throws java.io.IOException;
}
