package unroll.session.data;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.checkpoint.TextSource;
import unroll.checkpoint.TrainingData;
import unroll.corpus.BundledTexts;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.settings.Settings;
import unroll.task.DataKind;

/** Looks for the data that a stored model was trained on. */
public final class DataFinder {
    private static final Logger LOG = LoggerFactory.getLogger(DataFinder.class);

    private DataFinder() {}

    /**
     * What was found.
     *
     * @param opened what is open, with the text or pairs of the model among them
     */
    public record DataMatch(OpenedFiles opened, Dataset dataset) {}

    /** The data where they can be made again and are the same; otherwise null. */
    public static @Nullable DataMatch find(TrainingData subject, Settings settings, OpenedFiles open) {
        try {
            OpenedFiles sources = sources(subject, open);
            if (sources == null) {
                return null;
            }
            Dataset dataset = Dataset.of(settings, sources, subject.layout());
            return subject.isOf(dataset.data()) ? new DataMatch(sources, dataset) : null;
        } catch (IOException | ProblemException gone) {
            LOG.info("The data of the model could not be made again.", gone);
            return null;
        }
    }

    /**
     * What was opened for a model that waits for its data: these very data, or what the file they were in holds now. Null
     * where it is neither.
     *
     * @throws ProblemException where that file holds symbols the model has never seen
     */
    public static @Nullable DataMatch findIn(Corpus source, TrainingData subject, Settings settings, OpenedFiles open) {
        OpenedFiles sources = with(source, subject, open);
        DataMatch same = find(subject, settings, sources);
        if (same != null || !isFileOf(subject, source)) {
            return same;
        }
        return new DataMatch(sources, Dataset.of(settings, sources, subject.layout()));
    }

    private static boolean isFileOf(TrainingData subject, Corpus source) {
        Path file = source.file();
        return file != null
                && subject.source() != null
                && file.toAbsolutePath().equals(subject.source().path());
    }

    /** Whether the file that a model was trained on is there, though {@link #find} does not find its data in it any more. */
    public static boolean isChanged(TrainingData subject) {
        Path file = subject.source() == null ? null : subject.source().path();
        return file != null && Files.isRegularFile(file);
    }

    /** Why a stored model's data are not there. */
    public static Problem missing(TrainingData subject) {
        TextSource source = subject.source();
        if (source == null) {
            return Reason.EXAMPLES_MISSING.with(subject.name());
        }
        Reason reason = isChanged(subject) ? Reason.DATA_CHANGED : Reason.DATA_MISSING;
        return reason.with(subject.name(), readsPairs(subject) ? "--data" : "--corpus", source.file());
    }

    /** What is open, with this among it. */
    static OpenedFiles with(Corpus source, TrainingData subject, OpenedFiles open) {
        return readsPairs(subject) ? open.withPairs(source) : open.withText(source);
    }

    private static boolean readsPairs(TrainingData subject) {
        return subject.task().task().reads().contains(DataKind.PAIRS);
    }

    private static @Nullable OpenedFiles sources(TrainingData subject, OpenedFiles open) throws IOException {
        TextSource wanted = subject.source();
        if (wanted == null) {
            // The task makes its data itself where it is given nothing.
            return readsPairs(subject) ? open.withPairs(null) : open;
        }
        Corpus there = readsPairs(subject) ? open.pairs() : open.text();
        Corpus source = there != null && wanted.isOf(there) ? there : read(wanted);
        return source == null ? null : with(source, subject, open);
    }

    private static @Nullable Corpus read(TextSource wanted) throws IOException {
        Corpus found = wanted.file().isEmpty() ? bundled(wanted.name()) : fromFile(wanted);
        return found != null && wanted.isOf(found) ? found : null;
    }

    /** With malformed bytes replaced, as it may have been read; the checksum tells whether it is the same text. */
    private static @Nullable Corpus fromFile(TextSource wanted) throws IOException {
        Path file = wanted.path();
        return file != null && Files.exists(file)
                ? CorpusReader.read(
                        file, charset(wanted.charset()), CodingErrorAction.REPLACE, CorpusReader.Progress.NONE)
                : null;
    }

    /** Null, to detect it, where this system does not know the name. */
    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static @Nullable Corpus bundled(String title) throws IOException {
        for (Map.Entry<String, String> text : BundledTexts.titles().entrySet()) {
            if (text.getValue().equals(title)) {
                return CorpusReader.bundled(text.getKey());
            }
        }
        return null;
    }
}
