package unroll.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.corpus.BundledTexts;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;

/** Looks for the text that a stored model was trained on. */
final class TextFinder {
    private static final Logger LOG = LoggerFactory.getLogger(TextFinder.class);

    private TextFinder() {}

    /** The open text where it is the one, otherwise the file it was read from, or the bundled text of its name, or null. */
    static @Nullable Corpus find(Workshop.Stored stored, @Nullable Corpus open) {
        if (open != null && stored.isOf(open)) {
            return open;
        }
        Path file = stored.corpusFile();
        try {
            Corpus found = file == null ? bundled(stored.corpusName()) : read(file);
            return found != null && stored.isOf(found) ? found : null;
        } catch (IOException gone) {
            LOG.info("The text of the model could not be read.", gone);
        }
        return null;
    }

    private static @Nullable Corpus read(Path file) throws IOException {
        return Files.exists(file) ? CorpusReader.read(file, null, CorpusReader.Progress.NONE) : null;
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
