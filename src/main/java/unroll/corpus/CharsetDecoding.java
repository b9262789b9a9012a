package unroll.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Any encoding Java knows, by way of UTF-16. */
final class CharsetDecoding implements Decoding {
    private static final int UNITS = 8192;

    private final CharsetDecoder decoder;
    private final CharBuffer chars = CharBuffer.allocate(UNITS);

    CharsetDecoding(Charset charset) {
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public void decode(ByteBuffer bytes, TextCollector text) throws IOException {
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(bytes, chars, false);
            passOn(result, text);
        }
    }

    @Override
    public void finish(ByteBuffer bytes, TextCollector text) throws IOException {
        passOn(decoder.decode(bytes, chars, true), text);
        passOn(decoder.flush(chars), text);
        chars.flip();
        if (chars.hasRemaining()) {
            text.add(chars.get());
        }
    }

    private void passOn(CoderResult result, TextCollector text) throws IOException {
        chars.flip();
        text.addAll(chars);
        chars.compact();
        if (result.isError()) {
            result.throwException();
        }
    }
}
