package unroll.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Finds out how a text is encoded. */
final class TextDetector {
    /** What Windows wrote for decades, and the guess for bytes that nothing else explains. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private TextDetector() {}

    /** The encoding a byte order mark announces, or null where there is none. */
    static @Nullable Charset byteOrderMark(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(start, 0xFF, 0xFE, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (startsWith(start, 0, 0, 0xFE, 0xFF)) {
            return Charset.forName("UTF-32BE");
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(start, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    /**
     * The most likely encoding of bytes that are neither UTF-8 nor marked.
     *
     * @param name what messages call the text
     */
    static Charset guess(byte[] sample, String name) throws CorpusException {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample, 0, sample.length);
        detector.dataEnd();
        String found = detector.getDetectedCharset();
        if (found == null) {
            return FALLBACK;
        }
        if (!Charset.isSupported(found)) {
            throw new CorpusException(
                    name + " seems to be encoded as " + found + ", which Java cannot read; save it as UTF-8 first.");
        }
        return Charset.forName(found);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
