package unroll.corpus;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns the bytes of a text, handed over buffer by buffer, into code points. Bytes that are no characters of the encoding
 * become U+FFFD, one each, and are counted; whether a text with such bytes is accepted is for others to say.
 */
abstract class TextDecoder {
    static final int REPLACEMENT = 0xFFFD;

    private final TextCollector text;
    /** Bytes of the text before the buffer at hand. */
    private long consumed;

    private long malformed;
    private long firstOffset = -1;
    private long firstLine;

    private TextDecoder(TextCollector text) {
        this.text = text;
    }

    /** @param text gets the code points */
    static TextDecoder of(Charset charset, TextCollector text) {
        return charset.equals(StandardCharsets.UTF_8) ? new Utf8(text) : new ByCharset(charset, text);
    }

    /**
     * Decodes every whole character of an array-backed buffer; the start of a further one stays in it, unless these are the
     * last bytes.
     */
    final void decode(ByteBuffer bytes, boolean last) {
        int from = bytes.position();
        consume(bytes, last);
        consumed += bytes.position() - from;
    }

    abstract void consume(ByteBuffer bytes, boolean last);

    /** Characters of several bytes, well-formed or nearly so: what speaks for UTF-8. 0 for other encodings. */
    long sequences() {
        return 0;
    }

    final TextCollector text() {
        return text;
    }

    /** Bytes that are no characters of the encoding. */
    final long malformed() {
        return malformed;
    }

    /** Offset of the first of them in the text, or −1. */
    final long firstOffset() {
        return firstOffset;
    }

    /** Line of the first of them, from 1. */
    final long firstLine() {
        return firstLine;
    }

    /** @param ahead bytes of the buffer at hand before them */
    private void replace(int ahead, int count) {
        if (malformed == 0) {
            firstOffset = consumed + ahead;
            firstLine = text.line();
        }
        malformed += count;
        for (int i = 0; i < count; i++) {
            text.add(REPLACEMENT);
        }
    }

    /**
     * UTF-8 by hand, several times as fast as by way of UTF-16. Well-formed is what table 3-7 of the Unicode Standard says:
     * no over-long forms, no surrogates, nothing beyond U+10FFFF.
     */
    private static final class Utf8 extends TextDecoder {
        private static final int NO_SEQUENCE = -1;
        private static final int NEARLY = -2;

        private long sequences;

        Utf8(TextCollector text) {
            super(text);
        }

        @Override
        long sequences() {
            return sequences;
        }

        @Override
        void consume(ByteBuffer bytes, boolean last) {
            byte[] array = bytes.array();
            int start = bytes.arrayOffset() + bytes.position();
            int end = bytes.arrayOffset() + bytes.limit();
            int at = start;
            while (at < end) {
                int lead = array[at];
                if (lead >= 0) {
                    text().add(lead);
                    at = text().addAscii(array, at + 1, end);
                } else if (sizeFrom(lead & 0xFF) <= end - at) {
                    at += sequence(array, at, at - start);
                } else if (!last) {
                    break;
                } else if (isCutOff(array, at, end)) {
                    at = end;
                } else {
                    super.replace(at - start, 1);
                    at++;
                }
            }
            bytes.position(at - bytes.arrayOffset());
        }

        /** Decodes a character of several bytes; returns how many it took. */
        private int sequence(byte[] array, int at, int ahead) {
            int size = sizeFrom(array[at] & 0xFF);
            int codePoint = codePoint(array, at, size);
            if (codePoint != NO_SEQUENCE) {
                sequences++;
            }
            if (codePoint < 0) {
                int bad = codePoint == NEARLY ? size : 1;
                super.replace(ahead, bad);
                return bad;
            }
            text().add(codePoint);
            return size;
        }

        /**
         * A text cut off inside its last character is still UTF-8 where others before it were well-formed: the fragment is
         * dropped. Without such evidence the byte may as well be a letter of another encoding.
         */
        private boolean isCutOff(byte[] array, int at, int end) {
            for (int next = at + 1; next < end; next++) {
                if (!isContinuation(array[next])) {
                    return false;
                }
            }
            return sequences > 0;
        }

        /** Bytes of the character that begins with this one (128 to 255); 1 where none does. */
        private static int sizeFrom(int lead) {
            if (lead < 0xC2 || lead > 0xF4) {
                return 1;
            }
            return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        }

        /** The code point of a sequence; negative where there is none, or one that UTF-8 forbids. */
        private static int codePoint(byte[] bytes, int at, int size) {
            if (size == 1) {
                return NO_SEQUENCE;
            }
            int value = bytes[at] & (0x7F >> size);
            for (int i = 1; i < size; i++) {
                if (!isContinuation(bytes[at + i])) {
                    return NO_SEQUENCE;
                }
                value = value << 6 | bytes[at + i] & 0x3F;
            }
            return isShortestFormOf(value, size) ? value : NEARLY;
        }

        private static boolean isShortestFormOf(int value, int size) {
            return switch (size) {
                case 2 -> value >= 0x80;
                case 3 -> value >= 0x800 && (value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE);
                default -> value >= Character.MIN_SUPPLEMENTARY_CODE_POINT && value <= Character.MAX_CODE_POINT;
            };
        }

        private static boolean isContinuation(byte b) {
            return (b & 0xC0) == 0x80;
        }
    }

    /** Any encoding Java knows, by way of UTF-16. */
    private static final class ByCharset extends TextDecoder {
        private static final int UNITS = 8192;

        private final CharsetDecoder decoder;
        private final CharBuffer chars = CharBuffer.allocate(UNITS);

        ByCharset(Charset charset, TextCollector text) {
            super(text);
            decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        @Override
        void consume(ByteBuffer bytes, boolean last) {
            int start = bytes.position();
            CoderResult result = CoderResult.OVERFLOW;
            while (!result.isUnderflow()) {
                result = decoder.decode(bytes, chars, last);
                passOn();
                if (result.isError()) {
                    super.replace(bytes.position() - start, result.length());
                    bytes.position(bytes.position() + result.length());
                }
            }
            if (last) {
                decoder.flush(chars);
                passOn();
                chars.flip();
                if (chars.hasRemaining()) {
                    text().add(chars.get());
                }
            }
        }

        /** A high surrogate at the very end waits for its other half. */
        private void passOn() {
            chars.flip();
            text().addAll(chars);
            chars.compact();
        }
    }
}
