package unroll.session;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.checkpoint.TextSource;
import unroll.corpus.BundledTexts;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;

/** Looks for the text that a stored model was trained on. */
final class TextFinder {
    private static final Logger LOG = LoggerFactory.getLogger(TextFinder.class);

    private TextFinder() {}

    /** The open text where it is the one, otherwise the file it was read from, or the bundled text of its name, or null. */
    static @Nullable Corpus find(TextSource wanted, @Nullable Corpus open) {
        if (open != null && wanted.isOf(open)) {
            return open;
        }
        try {
            Corpus found = wanted.file().isEmpty() ? bundled(wanted.name()) : read(wanted);
            return found != null && wanted.isOf(found) ? found : null;
        } catch (IOException gone) {
            LOG.info("The text of the model could not be read.", gone);
            return null;
        }
    }

    private static @Nullable Corpus read(TextSource wanted) throws IOException {
        Path file = wanted.path();
        return file != null && Files.exists(file)
                ? CorpusReader.read(file, charset(wanted.charset()), CorpusReader.Progress.NONE)
                : null;
    }

    /** Null, for finding out, where this system does not know the name. */
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
