package unroll.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.files.InputFile;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
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

    /** What is done with bytes that do not fit the encoding, as it is said on the command line. */
    enum Malformed {
        refuse,
        replace
    }

    @Option(
            names = "--malformed",
            paramLabel = "refuse|replace",
            description =
                    "Bytes that do not fit the encoding: refuse the file, or read them as U+FFFD (default: ${DEFAULT-VALUE}).")
    private Malformed malformed = Malformed.refuse;

    @Nullable
    Path file() {
        return file;
    }

    /**
     * The encoding that was asked for, or null where it is to be detected.
     *
     * @throws ProblemException where Java knows none of this name
     */
    @Nullable
    Charset charset() {
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ProblemException(Reason.UNKNOWN_ENCODING.with(Wording.quote(encoding)), e);
        }
    }

    /**
     * Reads a file, or a pipe such as a shell makes for {@code <(cat a b)}, in this encoding.
     *
     * @throws ProblemException where Java knows no such encoding
     */
    Corpus read(Path from) throws IOException {
        Charset charset = charset();
        CodingErrorAction action =
                malformed == Malformed.replace ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
        try {
            return InputFile.isPipe(from)
                    ? CorpusReader.readPipe(from, charset, action)
                    : CorpusReader.read(from, charset, action, CorpusReader.Progress.NONE);
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.MalformedText malformed)) {
                throw e;
            }
            Charset other = malformed.alternative();
            throw new ProblemException(
                    Reason.REPLACE_OR_DECODE.with(
                            malformed.facts(Front.COMMAND_LINE),
                            malformed.bytes().count() == 1 ? "it" : "them",
                            other == null ? "" : ", perhaps " + other.displayName(Locale.ROOT)),
                    e);
        }
    }
}
