package unroll.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;

/**
 * The text a model was trained on: enough to find it again and to know it from any other.
 *
 * @param name what the window called it
 * @param file absolute path it was read from; empty for a bundled or pasted text
 * @param charset how it was decoded
 * @param length in symbols
 * @param checksum CRC-32C over its code points, each as four little-endian bytes
 */
public record TextSource(String name, String file, String charset, int length, long checksum) {
    private static final int PIECE = 1 << 14;

    /** Describes a text. Reads it through (about a second for 300 million symbols), so keep the answer. */
    public static TextSource of(Corpus corpus) {
        Path file = corpus.file();
        return new TextSource(
                corpus.name(),
                file == null ? "" : file.toAbsolutePath().toString(),
                corpus.charset().name(),
                corpus.length(),
                checksum(corpus));
    }

    /** Where it was read from, or null for a bundled or pasted text, or where this system has no such paths. */
    public @Nullable Path path() {
        try {
            return file.isEmpty() ? null : Path.of(file);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Whether this is the same text, wherever it was read from. Reads it through where the length is the same. */
    public boolean isOf(Corpus corpus) {
        return length == corpus.length() && checksum == checksum(corpus);
    }

    /** The checksum as it is shown: {@code crc32c:} and eight digits. */
    public String checksumText() {
        return String.format(Locale.ROOT, "crc32c:%08x", checksum);
    }

    private static long checksum(Corpus corpus) {
        CRC32C crc = new CRC32C();
        int[] symbols = new int[PIECE];
        ByteBuffer bytes = ByteBuffer.allocate(PIECE * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long from = 0; from < corpus.length(); from += PIECE) {
            int count = (int) Math.min(PIECE, corpus.length() - from);
            corpus.copy((int) from, count, symbols, 0, 1);
            bytes.clear();
            for (int i = 0; i < count; i++) {
                bytes.putInt(corpus.vocabulary().codePoint(symbols[i]));
            }
            crc.update(bytes.flip());
        }
        return crc.getValue();
    }
}
