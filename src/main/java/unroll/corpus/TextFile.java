package unroll.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unroll.files.FileType;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/**
 * A text file that is being read, from its start to the length it had when it was opened: one that grows meanwhile is
 * cut there, one that shrinks ends earlier.
 */
final class TextFile {
    static final int BUFFER = 1 << 20;

    private static final int SAMPLE = 4 << 20;
    private static final int SAMPLE_BEFORE = 4096;

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final int bufferSize;
    /** What a reader of the text should know about how it was read. */
    private final List<String> notes = new ArrayList<>();

    /** @param bufferSize bytes to read at once, at least 8 */
    TextFile(Path file, FileChannel channel, int bufferSize) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
        this.bufferSize = bufferSize;
    }

    /**
     * Reads the text.
     *
     * @param chosen how to decode it, or null to detect it: by its byte order mark, else UTF-8 where most of what is not
     *     ASCII is, else by the frequencies of its bytes
     * @param onMalformed whether bytes that do not fit are reported or replaced
     */
    Corpus read(@Nullable Charset chosen, CodingErrorAction onMalformed, CorpusReader.Progress progress)
            throws IOException {
        if (size == 0) {
            throw Reason.EMPTY_TEXT.exception(file);
        }
        byte[] start = bytesAt(0, FileType.START_BYTES);
        FileType type = FileType.of(start).orElse(null);
        if (type != null) {
            requireText(type);
        }
        Charset stated = chosen == null ? TextDetector.byteOrderMark(start) : chosen;
        Charset charset = stated == null ? StandardCharsets.UTF_8 : stated;
        TextDecoder decoded = decode(charset, progress);
        boolean detected = false;
        if (stated == null && decoded.malformed() > 0) {
            Charset guess = TextDetector.guess(sample(decoded), file.toString());
            detected = !TextDetector.isMostlyUtf8(decoded, guess);
            charset = detected ? guess : charset;
        }
        if (detected) {
            decoded.text().discard();
            decoded = decode(charset, progress);
            notes.add("Read as %s (detected).".formatted(charset.displayName(Locale.ROOT)));
        }
        if (decoded.malformed() > 0 && onMalformed != CodingErrorAction.REPLACE) {
            decoded.text().discard();
            throw new ProblemException(new Problem.MalformedText(
                    file,
                    charset,
                    detected,
                    new Problem.MalformedText.Bytes(decoded.malformed(), decoded.firstOffset(), decoded.firstLine()),
                    alternativeTo(charset)));
        }
        return finish(decoded, charset);
    }

    private void requireText(FileType type) {
        Problem refusal = type.refusalAsText(file.toString());
        if (refusal != null) {
            throw new ProblemException(refusal);
        }
        notes.add("This is %s, so its tags are learned too; to leave them out, save it as plain text and open that."
                .formatted(type.phrase()));
    }

    private Corpus finish(TextDecoder decoded, Charset charset) {
        if (decoded.malformed() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s not %s and became U+FFFD, %s offset %,d (line %,d).",
                    Wording.count(decoded.malformed(), "byte") + (decoded.malformed() == 1 ? " is" : " are"),
                    charset.displayName(Locale.ROOT),
                    decoded.malformed() == 1 ? "at" : "the first at",
                    decoded.firstOffset(),
                    decoded.firstLine()));
        }
        return decoded.text()
                .finish(new Corpus.Source(String.valueOf(file.getFileName()), file, charset, List.copyOf(notes)));
    }

    private TextDecoder decode(Charset charset, CorpusReader.Progress progress) throws IOException {
        TextDecoder decoder = TextDecoder.of(charset, new TextCollector(file.toString()));
        ByteBuffer bytes = ByteBuffer.allocate(bufferSize);
        long done = 0;
        for (int count = readAt(0, bytes); count > 0; count = readAt(done, bytes)) {
            done += count;
            bytes.flip();
            decoder.decode(bytes, false);
            bytes.compact();
            decoder.text().requireCountable();
            progress.at(done, size);
        }
        bytes.flip();
        decoder.decode(bytes, true);
        return decoder;
    }

    /** What Windows wrote for decades, where the whole file can be read so and was not. */
    private @Nullable Charset alternativeTo(Charset charset) throws IOException {
        Charset alternative = TextDetector.FALLBACK;
        if (charset.equals(alternative)) {
            return null;
        }
        TextDecoder decoded = decode(alternative, CorpusReader.Progress.NONE);
        decoded.text().discard();
        return decoded.malformed() == 0 ? alternative : null;
    }

    /** What tells encodings apart are the bytes from the first malformed one on: before it all may be ASCII. */
    private byte[] sample(TextDecoder decoded) throws IOException {
        return bytesAt(Math.max(0, decoded.firstOffset() - SAMPLE_BEFORE), SAMPLE);
    }

    /** Fills the buffer from a position in the file on; the number of bytes read, 0 or less at the end. */
    private int readAt(long position, ByteBuffer bytes) throws IOException {
        bytes.limit((int) Math.min(bytes.capacity(), bytes.position() + (size - position)));
        return bytes.hasRemaining() ? channel.read(bytes, position) : 0;
    }

    private byte[] bytesAt(long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, size - position));
        long at = position;
        for (int read = channel.read(bytes, at); read > 0; read = channel.read(bytes, at)) {
            at += read;
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
