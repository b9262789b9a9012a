package unroll.session.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.corpus.Corpus;
import unroll.session.Session;
import unroll.settings.Settings;

class BundledLessonsTest {
    @TempDir
    Path folder;

    static Set<String> files() {
        return BundledLessons.titles().keySet();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isAWholeLesson(String file) throws Exception {
        Lesson lesson = BundledLessons.read(file);
        assertThat(lesson.title()).isEqualTo(BundledLessons.titles().get(file));
        assertThat(lesson.parts()).hasSizeBetween(5, 12);
        assertThat(lesson.questions()).isGreaterThanOrEqualTo(5);
        List<Question> questions = lesson.parts().stream()
                .map(Lesson.LessonPart::question)
                .flatMap(Stream::ofNullable)
                .toList();
        assertThat(questions)
                .extracting(question -> question.words().ask())
                .as("answers are remembered by the words of their question")
                .doesNotHaveDuplicates();
        assertThat(questions)
                .filteredOn(question -> !(question instanceof Question.OneOf choice) || choice.answer() != null)
                .as("a hint and an explanation")
                .allMatch(question -> !question.words().hint().isEmpty()
                        && !question.words().explanation().isEmpty());
        assertThat(lesson.parts())
                .as("pages that a part turns to")
                .noneMatch(part -> part.show() != null
                        && (lesson.arrangement().hidden().contains(part.show())
                                || lesson.arrangement().locked().contains(part.show())));
    }

    @ParameterizedTest
    @MethodSource("files")
    void itsSettingsFitItsData(String file) throws Exception {
        Lesson lesson = BundledLessons.read(file);
        Corpus text = lesson.text() == null ? null : lesson.text().read();
        List<Settings> all = new ArrayList<>(List.of(lesson.settings()));
        lesson.parts().stream()
                .map(Lesson.LessonPart::setUp)
                .flatMap(Stream::ofNullable)
                .forEach(setUp -> all.add(setUp.settings()));
        try (Session session = new Session(folder)) {
            for (Settings settings : all) {
                session.data().setUp(settings, text).get();
                session.step().get();
                assertThat(session.status().metrics().step()).isOne();
                assertThat(session.status().settings()).isEqualTo(settings);
            }
        }
    }
}
