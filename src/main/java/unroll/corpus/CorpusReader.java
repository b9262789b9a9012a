package unroll.corpus;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.CharBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Opens texts. */
public final class CorpusReader {
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
     * @param charset how to decode it, or null to find out
     * @throws CorpusException with a sentence where the file cannot be read or is no text
     */
    public static Corpus read(Path file, @Nullable Charset charset, Progress progress) throws IOException {
        return read(file, charset, progress, TextFile.BUFFER);
    }

    /** The same with a buffer of another size, so that tests can put its borders anywhere. */
    static Corpus read(Path file, @Nullable Charset charset, Progress progress, int bufferSize) throws IOException {
        try {
            requireRegular(file);
            try (FileChannel channel = FileChannel.open(file)) {
                return new TextFile(file, channel, bufferSize).read(charset, progress);
            }
        } catch (CorpusException | InterruptedIOException e) {
            throw e;
        } catch (ClosedByInterruptException e) {
            throw interrupted();
        } catch (IOException e) {
            throw refusal(file, e);
        } catch (OutOfMemoryError e) {
            // What was read so far is garbage by now, so the program can go on.
            throw new CorpusException(
                    "\"" + file + "\" does not fit into memory; start Java with a larger -Xmx, or choose a part of it.",
                    e);
        }
    }

    /**
     * A text from memory: pasted or made.
     *
     * @param name what the window calls it
     */
    public static Corpus ofText(String name, CharSequence text) throws CorpusException {
        TextCollector collector = new TextCollector('"' + name + '"');
        CharBuffer chars = CharBuffer.wrap(text);
        collector.addAll(chars);
        if (chars.hasRemaining()) {
            collector.add(chars.get());
        }
        return collector.finish(new Corpus.Source(name, null, StandardCharsets.UTF_8));
    }

    /**
     * A text that ships with the program.
     *
     * @param fileName one of {@link BundledTexts#titles()}: "drama.txt", "tales.txt", "plants.txt"
     */
    public static Corpus bundled(String fileName) throws IOException {
        return BundledTexts.read(fileName);
    }

    static InterruptedIOException interrupted() {
        return new InterruptedIOException("Reading was stopped.");
    }

    /** The sentence for a file the system does not let us read. */
    static CorpusException refusal(Path file, IOException reason) {
        String sentence;
        if (reason instanceof NoSuchFileException) {
            sentence = "There is no file \"" + file + "\"; check its name and folder.";
        } else if (reason instanceof AccessDeniedException) {
            sentence = "\"" + file + "\" may not be read by you; change its permissions or choose another file.";
        } else {
            sentence = "\"" + file + "\" cannot be read (" + reason.getMessage() + "); choose another file.";
        }
        return new CorpusException(sentence, reason);
    }

    private static void requireRegular(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw new CorpusException("\"" + file + "\" is a folder; choose a text file inside it.");
        }
        if (!attributes.isRegularFile()) {
            throw new CorpusException("\"" + file + "\" is a device or a pipe; save its text in a file first.");
        }
    }
}
