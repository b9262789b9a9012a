package unroll.corpus;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens texts. */
public final class CorpusReader {
    private CorpusReader() {}

    /** Hears how far a long read has come. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (done, total) -> {};

        void at(long bytesDone, long bytesTotal);
    }

    /**
     * Reads a text file. Interrupting the thread stops it with a {@link java.io.InterruptedIOException}.
     *
     * @param charset how to decode it, or null to find out
     */
    public static Corpus read(Path file, @Nullable Charset charset, Progress progress) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    /** A text from memory: pasted or made. */
    public static Corpus ofText(String name, CharSequence text) throws CorpusException {
        throw new UnsupportedOperationException();
    }

    /** A text that ships with the program: "drama.txt", "tales.txt", "plants.txt". */
    public static Corpus bundled(String fileName) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }
}
