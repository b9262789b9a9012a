package unroll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import unroll.corpus.BundledTexts;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.files.InputFile;
import unroll.message.ProblemException;
import unroll.session.data.OpenedFiles;
import unroll.task.DataKind;
import unroll.task.Task;
import unroll.task.data.PairFile;

/** What a model learns from or is measured on. */
final class DataOptions {
    @Mixin
    private CorpusOptions text = new CorpusOptions();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Your own examples, for tasks that read them: lines of input, tab, output.")
    private @Nullable Path pairs;

    /** Whether a text or pairs were given. */
    boolean areGiven() {
        return text.file() != null || pairs != null;
    }

    /**
     * Refuses what a task does not read, and the absence of what it cannot do without, before anything is read.
     *
     * @param refusal makes an exception of a sentence
     */
    void require(Task task, Function<String, ParameterException> refusal) {
        Set<DataKind> reads = task.reads();
        String name = task.about().name();
        if (text.file() != null && !reads.contains(DataKind.TEXT)) {
            throw refusal.apply("The task \"%s\" reads no text; leave out --corpus.".formatted(name));
        }
        if (pairs != null && !reads.contains(DataKind.PAIRS)) {
            throw refusal.apply("The task \"%s\" reads no pairs; leave out --data.".formatted(name));
        }
        if (!areGiven() && !reads.contains(DataKind.MADE)) {
            throw refusal.apply(
                    reads.contains(DataKind.TEXT)
                            ? "A text is missing; give one with --corpus FILE."
                            : "The task \"%s\" reads pairs; give them with --data FILE.".formatted(name));
        }
    }

    /** The same for a new model: a task that cannot do without a text gets the one that ships with the program. */
    void requireForTraining(Task task, Function<String, ParameterException> refusal) {
        if (!needsBundledText(task)) {
            require(task, refusal);
        }
    }

    private boolean needsBundledText(Task task) {
        return !areGiven()
                && task.reads().contains(DataKind.TEXT)
                && !task.reads().contains(DataKind.MADE);
    }

    /** What {@link #read} gives, with the text that ships with the program where the task needs one and none was given. */
    OpenedFiles readForTraining(Task task, PrintWriter messages) throws IOException {
        if (!needsBundledText(task)) {
            return read(messages);
        }
        String bundled = BundledTexts.titles().keySet().iterator().next();
        Corpus corpus = CorpusReader.bundled(bundled);
        messages.printf(
                "Training on \"%s\", which comes with Unroll; --corpus FILE takes another text.%n", corpus.name());
        return new OpenedFiles(corpus, null);
    }

    /**
     * Reads what was given.
     *
     * @param messages get what should be known about how it was read, such as a detected encoding
     * @throws ProblemException where Java knows no such encoding
     */
    OpenedFiles read(PrintWriter messages) throws IOException {
        return new OpenedFiles(read(text.file(), messages), read(pairs, messages));
    }

    private @Nullable Corpus read(@Nullable Path from, PrintWriter messages) throws IOException {
        if (from == null) {
            return null;
        }
        if (from.equals(pairs)) {
            PairFile.requireSize(from);
        }
        if (InputFile.isPipe(from)) {
            messages.printf("Reading from the pipe %s until its writer closes it; Ctrl-C stops.%n", from);
        }
        Corpus read = text.read(from);
        read.notes().forEach(note -> messages.printf("%s: %s%n", from, note));
        return read;
    }

    /** As {@link CorpusOptions#charset}. */
    @Nullable
    Charset charset() {
        return text.charset();
    }

    /** The files that were given, by what they are. */
    Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        if (text.file() != null) {
            files.put("the file of --corpus", text.file());
        }
        if (pairs != null) {
            files.put("the file of --data", pairs);
        }
        return files;
    }

    /** The file that was given, for a sentence. */
    @Nullable
    Path file() {
        return pairs == null ? text.file() : pairs;
    }
}
