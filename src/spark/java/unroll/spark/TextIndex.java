package unroll.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import unroll.checkpoint.TextSource;
import unroll.corpus.Range;
import unroll.corpus.Vocabulary;

/**
 * The characters of files in UTF-8 taken as one text: which there are, and where in the files each block of them begins, so
 * that a range can be read without what lies before it. Characters are counted as in a corpus: code points, every line end
 * one, and no byte order mark.
 */
final class TextIndex {
    /** Characters of a block. */
    static final int BLOCK = 1 << 16;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path location;
    private final List<FileStatus> files;
    private final CRC32C checksum = new CRC32C();
    /** Code points on their way into the checksum. */
    private final ByteBuffer words = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);

    private final BitSet seen = new BitSet();
    private final List<Long> blocks = new ArrayList<>();
    private int length;
    private long bytes;
    private boolean afterReturn;

    /**
     * Reads files through once.
     *
     * @param location a file, or a folder whose files are taken in the order of their names, but those that begin with a dot
     *     or an underscore
     * @throws IOException with a sentence, where there is no text, or one that is not UTF-8 or too long
     */
    static TextIndex of(String location, Configuration configuration) throws IOException {
        Path path = new Path(location);
        FileSystem system = path.getFileSystem(configuration);
        if (!system.exists(path)) {
            throw new IOException("There is no file or folder %s; check its name.".formatted(location));
        }
        List<FileStatus> files = Stream.of(
                        system.listStatus(path, file -> !file.getName().matches("[._].*")))
                .filter(FileStatus::isFile)
                .sorted(Comparator.comparing(file -> file.getPath().getName()))
                .toList();
        TextIndex index = new TextIndex(system.makeQualified(path), files);
        try {
            index.read(system);
        } catch (CharacterCodingException malformed) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "%s is not UTF-8 after character %,d; convert it first, for example by iconv.",
                            location,
                            index.length),
                    malformed);
        }
        return index;
    }

    private TextIndex(Path location, List<FileStatus> files) {
        this.location = location;
        this.files = files;
    }

    private void read(FileSystem system) throws IOException {
        List<InputStream> opened = new ArrayList<>();
        for (FileStatus file : files) {
            opened.add(system.open(file.getPath()));
        }
        try (Reader in = new InputStreamReader(
                new SequenceInputStream(Collections.enumeration(opened)), StandardCharsets.UTF_8.newDecoder())) {
            char[] chars = new char[BLOCK];
            int kept = 0;
            for (int count = in.read(chars); count >= 0; count = in.read(chars, kept, chars.length - kept)) {
                kept = addAll(chars, kept + count);
            }
        }
        flushChecksum();
    }

    private void flushChecksum() {
        checksum.update(words.flip());
        words.clear();
    }

    /** Half of a character at the end moves to the front, for the other half to come behind it. */
    private int addAll(char[] chars, int end) throws IOException {
        int at = 0;
        while (at < end) {
            if (at == end - 1 && Character.isHighSurrogate(chars[at])) {
                chars[0] = chars[at];
                return 1;
            }
            int codePoint = Character.codePointAt(chars, at, end);
            add(codePoint);
            at += Character.charCount(codePoint);
        }
        return 0;
    }

    private void add(int codePoint) throws IOException {
        boolean closesLineEnd = afterReturn && codePoint == '\n';
        afterReturn = codePoint == '\r';
        if (!closesLineEnd && !(codePoint == BYTE_ORDER_MARK && bytes == 0)) {
            if (length == Integer.MAX_VALUE) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "%s has more than %,d characters, the most a text may have; choose a part of it.",
                        location,
                        Integer.MAX_VALUE));
            }
            if (length % BLOCK == 0) {
                blocks.add(bytes);
            }
            length++;
            int symbol = codePoint == '\r' ? '\n' : codePoint;
            seen.set(symbol);
            if (!words.putInt(symbol).hasRemaining()) {
                flushChecksum();
            }
        }
        bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** Characters of all files. */
    int length() {
        return length;
    }

    /** @throws IllegalArgumentException with a sentence where there are too few or too many different characters */
    Vocabulary vocabulary() {
        return new Vocabulary(seen.stream().toArray());
    }

    /** The text as a checkpoint describes it; one of several files has no path of its own. */
    TextSource source() {
        boolean isHere = files.size() == 1
                && "file".equals(files.get(0).getPath().toUri().getScheme());
        return new TextSource(
                location.getName(),
                isHere ? files.get(0).getPath().toUri().getPath() : "",
                StandardCharsets.UTF_8.name(),
                length,
                checksum.getValue());
    }

    /** A range of the characters. */
    TextPart part(Range range) {
        int first = range.from() / BLOCK;
        int behind = (int) (((long) range.to() + BLOCK - 1) / BLOCK);
        long from = blocks.get(first);
        long to = behind < blocks.size() ? blocks.get(behind) : bytes;
        return new TextPart(
                location.getName(),
                pieces(from, to),
                range.from() % BLOCK,
                range.length(),
                seen.stream().toArray());
    }

    private List<TextPart.Piece> pieces(long from, long to) {
        List<TextPart.Piece> pieces = new ArrayList<>();
        long start = 0;
        for (FileStatus file : files) {
            long begin = Math.max(from, start);
            long end = Math.min(to, start + file.getLen());
            if (begin < end) {
                pieces.add(new TextPart.Piece(file.getPath().toString(), begin - start, Math.toIntExact(end - begin)));
            }
            start += file.getLen();
        }
        return pieces;
    }
}
