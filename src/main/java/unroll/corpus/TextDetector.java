package unroll.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;
import unroll.message.Reason;

/** Detects how a text is encoded. */
final class TextDetector {
    /** What Windows wrote for decades, and the guess for bytes that nothing else explains. */
    static final Charset FALLBACK = Charset.forName("windows-1252");

    private static final List<String> WESTERN = List.of("windows-1252", "ISO-8859-1", "ISO-8859-15");

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
    static Charset guess(byte[] sample, String name) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample, 0, sample.length);
        detector.dataEnd();
        String found = detector.getDetectedCharset();
        if (found == null) {
            return FALLBACK;
        }
        if (!Charset.isSupported(found)) {
            throw Reason.UNSUPPORTED_ENCODING.exception(name, found);
        }
        Charset charset = Charset.forName(found);
        return mixesScripts(sample, charset) ? FALLBACK : charset;
    }

    /**
     * Whether an encoding of one byte a character puts letters of another script into Latin words, more often than it
     * makes words of them. Nobody writes so; what looks like Cyrillic among Latin letters are accents of Western Europe.
     */
    private static boolean mixesScripts(byte[] sample, Charset charset) {
        if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1) {
            return false;
        }
        String text = new String(sample, charset);
        int mixed = 0;
        int other = 0;
        for (int i = 1; i < text.length(); i++) {
            if (!Character.isLetter(text.charAt(i - 1)) || !Character.isLetter(text.charAt(i))) {
                continue;
            }
            boolean latinBefore = isLatin(text.charAt(i - 1));
            boolean latin = isLatin(text.charAt(i));
            mixed += latin == latinBefore ? 0 : 1;
            other += latin || latinBefore ? 0 : 1;
        }
        return mixed > other;
    }

    private static boolean isLatin(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    /**
     * Whether a text is UTF-8 with a few bytes that are not, or a mixture: to read it in the other encoding would turn what
     * is well-formed into gibberish.
     *
     * @param decoded as UTF-8
     * @param guess the other encoding
     */
    static boolean isMostlyUtf8(TextDecoder decoded, Charset guess) {
        return guess.equals(StandardCharsets.UTF_8) || decoded.malformed() <= byChance(guess) * decoded.sequences();
    }

    /**
     * How many malformed bytes there may be to a sequence of UTF-8 without the sequences being mere chance. Measured on prose:
     * one sequence comes about by chance to about 3 malformed bytes in EUC-JP, to 5 in IBM855, and to hundreds in Western
     * Europe's encodings, where letters beyond ASCII rarely stand side by side.
     */
    private static long byChance(Charset guess) {
        if (WESTERN.contains(guess.name())) {
            return 20;
        }
        boolean severalBytes = !guess.canEncode() || guess.newEncoder().maxBytesPerChar() > 1;
        return severalBytes ? 1 : 3;
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
