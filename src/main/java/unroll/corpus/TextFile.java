package unroll.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text file that is being read, from its start to the length it had when it was opened: one that grows meanwhile is
 * cut there, one that shrinks ends earlier.
 */
final class TextFile {
    static final int BUFFER = 1 << 20;

    private static final int LONGEST_MARK = 4;
    private static final int SAMPLE = 4 << 20;
    private static final int SAMPLE_BEFORE = 4096;

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final int bufferSize;

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
     * @param chosen how to decode it, or null to find out: by its byte order mark, else UTF-8 where all of it is
     *     well-formed, else by the frequencies of its bytes
     */
    Corpus read(@Nullable Charset chosen, CorpusReader.Progress progress) throws IOException {
        if (size == 0) {
            throw TextCollector.empty(name());
        }
        try {
            return chosen == null ? detectAndDecode(progress) : decode(chosen, progress);
        } catch (MalformedTextException e) {
            throw e.refusal(name());
        }
    }

    private Corpus detectAndDecode(CorpusReader.Progress progress) throws IOException {
        Charset marked = TextDetector.byteOrderMark(bytesAt(0, LONGEST_MARK));
        if (marked != null) {
            return decode(marked, progress);
        }
        try {
            return decode(StandardCharsets.UTF_8, progress);
        } catch (MalformedTextException notUtf8) {
            // What tells encodings apart are the bytes from here on: before them all may be ASCII.
            byte[] sample = bytesAt(Math.max(0, notUtf8.offset() - SAMPLE_BEFORE), SAMPLE);
            Charset guess = TextDetector.guess(sample, name());
            if (guess.equals(StandardCharsets.UTF_8)) {
                throw notUtf8;
            }
            return decode(guess, progress);
        }
    }

    private Corpus decode(Charset charset, CorpusReader.Progress progress) throws IOException {
        Decoding decoding = Decoding.of(charset);
        TextCollector text = new TextCollector(name());
        ByteBuffer bytes = ByteBuffer.allocate(bufferSize);
        long done = 0;
        try {
            for (int count = readAt(0, bytes); count > 0; count = readAt(done, bytes)) {
                done += count;
                bytes.flip();
                decoding.decode(bytes, text);
                bytes.compact();
                text.requireCountable();
                progress.at(done, size);
            }
            bytes.flip();
            decoding.finish(bytes, text);
        } catch (CharacterCodingException e) {
            throw new MalformedTextException(charset, done - bytes.remaining(), e);
        }
        return text.finish(new Corpus.Source(String.valueOf(file.getFileName()), file, charset));
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

    private String name() {
        return '"' + file.toString() + '"';
    }
}
