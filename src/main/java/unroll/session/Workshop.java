package unroll.session;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;

/** Where a session's models come from. */
interface Workshop {
    /**
     * Makes sure that a text is long enough for the settings.
     *
     * @throws IllegalArgumentException with a sentence that says which setting would fit, where it is not
     */
    void check(Corpus corpus, Settings settings);

    /** A model that was never trained. */
    Learner begin(Corpus corpus, Settings settings);

    /** Reads a model and its run from a file. */
    Stored read(Path file) throws IOException;

    /** A model and its run as a file holds them. Immutable. */
    interface Stored {
        Settings settings();

        RunNotes notes();

        /** Where its text was, or null where it was not a file. */
        @Nullable
        Path corpusFile();

        /** What its text was called; a text that ships with the program is found by it. */
        String corpusName();

        /** Whether this is the text the model was trained on, so that it can go on. */
        boolean isOf(Corpus corpus);

        /** A learner that goes on exactly where the file stands. */
        Learner resume(Corpus corpus);

        /** A learner that can write but not train, because its text is not there. */
        Learner withoutText();
    }
}
