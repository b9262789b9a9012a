package unroll.session.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import unroll.corpus.BundledTexts;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.message.ProblemException;

/** The text of a lesson or of a sweep. */
public sealed interface LessonText {
    /**
     * Reads it.
     *
     * @throws ProblemException where it is not there or is no text
     */
    Corpus read() throws IOException;

    /**
     * The text that an object names: one that ships with the program, a file, or the text itself.
     *
     * @param name of a text that has none of its own
     * @param files finds the file that "file" names
     */
    static LessonText in(Item text, String name, Function<Item, Path> files) {
        text.withMembers("bundled", "file", "inline", "name");
        if (Stream.of("bundled", "file", "inline").filter(text::has).count() != 1) {
            throw text.expected("just one of \"bundled\", \"file\" and \"inline\"");
        }
        if (text.has("bundled")) {
            Item bundled = text.withMembers("bundled").get("bundled");
            return new Bundled(bundled.oneOf(BundledTexts.titles().keySet(), Function.identity()));
        }
        return text.has("file")
                ? new LocalFile(files.apply(text.withMembers("file").get("file")))
                : new Inline(text.textOr("name", name), text.get("inline").text());
    }

    /** A text that ships with the program. */
    record Bundled(String fileName) implements LessonText {
        @Override
        public Corpus read() throws IOException {
            return CorpusReader.bundled(fileName);
        }
    }

    /** A file; that of a lesson lies in its folder or below it. */
    record LocalFile(Path file) implements LessonText {
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
