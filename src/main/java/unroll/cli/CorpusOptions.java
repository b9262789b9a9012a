package unroll.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.message.Wording;

/** Which text. */
final class CorpusOptions {
    @Option(names = "--corpus", paramLabel = "FILE", description = "The text, for tasks that read one.")
    private @Nullable Path file;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "How the text is encoded, for example windows-1252 (default: detected).")
    private @Nullable String encoding;

    @Nullable
    Path file() {
        return file;
    }

    /**
     * The encoding that was asked for, or null where it is to be found out.
     *
     * @throws IllegalArgumentException with a sentence, where Java knows none of this name
     */
    @Nullable
    Charset charset() {
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    "There is no encoding named %s; use UTF-8, UTF-16LE or windows-1252, for example."
                            .formatted(Wording.quote(encoding)),
                    e);
        }
    }

    static Corpus read(Path file, @Nullable Charset charset) throws IOException {
        return CorpusReader.read(file, charset, CorpusReader.Progress.NONE);
    }
}
