package unroll.session.lesson;

import java.io.IOException;
import java.nio.file.Path;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;

/** The text of a lesson. */
public sealed interface LessonText {
    /**
     * Reads it.
     *
     * @throws IOException with a sentence where it is not there or is no text
     */
    Corpus read() throws IOException;

    /** A text that ships with the program. */
    record Bundled(String fileName) implements LessonText {
        @Override
        public Corpus read() throws IOException {
            return CorpusReader.bundled(fileName);
        }
    }

    /** A file in the lesson's folder or below it. */
    record Beside(Path file) implements LessonText {
        @Override
        public Corpus read() throws IOException {
            return CorpusReader.read(file, null, CorpusReader.Progress.NONE);
        }
    }

    /** A text that stands in the lesson itself. */
    record Inline(String name, String text) implements LessonText {
        @Override
        public Corpus read() throws IOException {
            return CorpusReader.ofText(name, text);
        }
    }
}
