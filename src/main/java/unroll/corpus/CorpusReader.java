package unroll.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.files.InputFile;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** Opens texts. */
public final class CorpusReader {
    /** The most that is read from a pipe, which may never end. */
    private static final long MAX_PIPE_BYTES = 256L << 20;

    private CorpusReader() {}

    /** Hears how far a long read has come. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (done, total) -> {};

        /** Called on the reading thread, about once a megabyte; starts over where a second encoding is tried. */
        void at(long bytesDone, long bytesTotal);
    }

    /**
     * Reads a text file. Interrupting the thread stops it with an {@link InterruptedIOException}; the thread stays
     * marked as interrupted.
     *
     * @param charset how to decode it, or null to detect it
     * @throws ProblemException where bytes do not fit that encoding
     * @throws ProblemException where the file cannot be read or is no text
     */
    public static Corpus read(Path file, @Nullable Charset charset, Progress progress) throws IOException {
        return read(file, charset, CodingErrorAction.REPORT, progress);
    }

    /**
     * The same, with the choice to have bytes that do not fit the encoding replaced by U+FFFD.
     *
     * @param onMalformed {@link CodingErrorAction#REPORT} or {@link CodingErrorAction#REPLACE}
     */
    public static Corpus read(Path file, @Nullable Charset charset, CodingErrorAction onMalformed, Progress progress)
            throws IOException {
        InputFile.require(file, "a text file");
        return read(file, charset, onMalformed, progress, TextFile.BUFFER);
    }

    /** Reads with a buffer of another size, so that tests can put its borders anywhere. */
    static Corpus read(Path file, @Nullable Charset charset, Progress progress, int bufferSize) throws IOException {
        return read(file, charset, CodingErrorAction.REPORT, progress, bufferSize);
    }

    /**
     * Reads a text of at most 256 MB to the end of a pipe. It is copied to a temporary file first,
     * because detecting an encoding takes more than one look.
     *
     * @param onMalformed as in {@link #read}
     * @throws ProblemException as {@link #read}, and where the pipe gives more
     */
    public static Corpus readPipe(Path pipe, @Nullable Charset charset, CodingErrorAction onMalformed)
            throws IOException {
        Path copy = Files.createTempFile("unroll", ".txt");
        copy.toFile().deleteOnExit(); // Ctrl-C ends the wait for a pipe that nobody writes to
        try {
            copyFromPipe(pipe, copy);
            try (FileChannel channel = FileChannel.open(copy)) {
                return new TextFile(pipe, channel, TextFile.BUFFER).read(charset, onMalformed, Progress.NONE);
            }
        } finally {
            Files.delete(copy);
        }
    }

    private static void copyFromPipe(Path pipe, Path copy) throws IOException {
        byte[] buffer = new byte[TextFile.BUFFER];
        long total = 0;
        try (InputStream in = Files.newInputStream(pipe);
                OutputStream out = Files.newOutputStream(copy)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                total += count;
                if (total > MAX_PIPE_BYTES) {
                    throw Reason.LONG_PIPE.exception(MAX_PIPE_BYTES >> 20, pipe);
                }
                out.write(buffer, 0, count);
            }
        }
    }

    private static Corpus read(
            Path file, @Nullable Charset charset, CodingErrorAction onMalformed, Progress progress, int bufferSize)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new TextFile(file, channel, bufferSize).read(charset, onMalformed, progress);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (ClosedByInterruptException e) {
            throw new InterruptedIOException("Reading was stopped.");
        } catch (IOException e) {
            throw new ProblemException(Problem.ofReading(file, e), e);
        } catch (OutOfMemoryError e) {
            // What was read so far is garbage by now, so the program can go on.
            throw new ProblemException(Reason.TEXT_ABOVE_MEMORY.with(file), e);
        }
    }

    /**
     * A text from memory: pasted or made.
     *
     * @param name what the window calls it
     */
    public static Corpus ofText(String name, CharSequence text) {
        TextCollector collector = new TextCollector('"' + name + '"');
        CharBuffer chars = CharBuffer.wrap(text);
        collector.addAll(chars);
        if (chars.hasRemaining()) {
            collector.add(chars.get());
        }
        return collector.finish(new Corpus.Source(name, null, StandardCharsets.UTF_8, List.of()));
    }

    /**
     * A text that ships with the program.
     *
     * @param fileName one of {@link BundledTexts#titles()}: "drama.txt", "tales.txt", "plants.txt"
     */
    public static Corpus bundled(String fileName) throws IOException {
        return BundledTexts.read(fileName);
    }
}
