package unroll.session.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.message.ProblemException;
import unroll.session.Session;
import unroll.session.lesson.Notebook.GivenAnswer;
import unroll.session.lesson.Question.Condition;
import unroll.session.lesson.Question.QuestionText;
import unroll.settings.Settings;

class NotebookTest {
    private static final Question.Amount AMOUNT =
            new Question.Amount(new QuestionText("How many?", "h", "r"), 3, 0, "");
    private static final Question.OneOf GUESS =
            new Question.OneOf(new QuestionText("What then?", "", ""), List.of("up", "down"), null);
    private static final Question.Goal GOAL = new Question.Goal(
            new QuestionText("Train.", "", ""), List.of(new Condition(Figure.STEP, 9, Double.POSITIVE_INFINITY, null)));

    @TempDir
    Path folder;

    private static Lesson lesson(@Nullable Question... questions) {
        List<Lesson.LessonPart> parts = Stream.of(questions)
                .map(question -> new Lesson.LessonPart("P", List.of("Read."), null, null, question))
                .toList();
        return new Lesson(
                "Über Gates / 1", "A", null, Settings.DEFAULT, new Lesson.Arrangement(Set.of(), Set.of()), parts);
    }

    @Test
    void goesOnWhereItWasLeft() {
        Lesson lesson = lesson(AMOUNT, GUESS, GOAL);
        try (Session session = new Session(folder)) {
            Notebook notebook = Notebook.open(lesson, session);
            assertThat(notebook.answer(AMOUNT, "4")).isEqualTo(new GivenAnswer("4", Question.Verdict.WRONG, 1));
            assertThat(notebook.settled()).isZero();
            assertThatThrownBy(() -> notebook.answer(AMOUNT, "four")).isInstanceOf(ProblemException.class);
            assertThat(notebook.answer(AMOUNT, " 3 ")).isEqualTo(new GivenAnswer("3", Question.Verdict.RIGHT, 2));
            notebook.answer(GUESS, "up");
            notebook.turnTo(2);
        }
        try (Session session = new Session(folder)) {
            Notebook notebook = Notebook.open(lesson, session);
            assertThat(notebook.part()).isEqualTo(2);
            assertThat(notebook.given(AMOUNT)).isEqualTo(new GivenAnswer("3", Question.Verdict.RIGHT, 2));
            assertThat(notebook.given(GUESS)).isEqualTo(new GivenAnswer("up", Question.Verdict.TAKEN, 1));
            assertThat(notebook.given(GOAL)).isNull();
            assertThat(notebook.settled()).isEqualTo(2);
            assertThat(notebook.update(Evidences.at(9, 1, 1))).isFalse();
            assertThat(notebook.update(Evidences.at(1234, 1, 1))).isTrue();
            assertThat(notebook.update(Evidences.at(1235, 1, 1))).as("once").isFalse();
            assertThat(notebook.sheet())
                    .isEqualTo(new AnswerSheet(
                            "Über Gates / 1",
                            List.of(
                                    new AnswerSheet.AnswerLine("How many?", "3", "right, after 2 tries"),
                                    new AnswerSheet.AnswerLine("What then?", "up", "a prediction"),
                                    new AnswerSheet.AnswerLine("Train.", "Step 1,234, at step 1,234", "right"))));
            notebook.startOver();
        }
        try (Session session = new Session(folder)) {
            Notebook notebook = Notebook.open(lesson, session);
            assertThat(notebook.part()).isZero();
            assertThat(notebook.sheet().lines())
                    .extracting(AnswerSheet.AnswerLine::verdict)
                    .containsOnly("not answered");
        }
    }

    @Test
    void keepsWhatItCanOfALessonThatWasEdited() {
        try (Session session = new Session(folder)) {
            Notebook notebook = Notebook.open(lesson(AMOUNT, GUESS, GOAL), session);
            notebook.answer(AMOUNT, "3");
            notebook.answer(GUESS, "up");
            notebook.turnTo(2);
        }
        try (Session session = new Session(folder)) {
            Notebook notebook = Notebook.open(lesson(null, AMOUNT), session);
            assertThat(notebook.part()).isEqualTo(1);
            assertThat(notebook.given(AMOUNT)).isEqualTo(new GivenAnswer("3", Question.Verdict.RIGHT, 1));
            assertThat(notebook.settled()).isOne();
        }
    }

    @Test
    void goalsCountFromTheirPartOn() {
        try (Session session = new Session(folder)) {
            Notebook notebook = Notebook.open(lesson(AMOUNT, GOAL, GUESS), session);
            assertThat(notebook.update(Evidences.at(10, 1, 1))).isFalse();
            notebook.turnTo(2);
            assertThat(notebook.update(Evidences.at(10, 1, 1))).isTrue();
            assertThat(notebook.given(GOAL))
                    .isEqualTo(new GivenAnswer("Step 10, at step 10", Question.Verdict.RIGHT, 1));
        }
    }

    @Test
    void aDamagedFileReadsAsEmpty() throws Exception {
        Lesson lesson = lesson(AMOUNT);
        Path file = folder.resolve("lessons").resolve(Notebook.fileName(lesson));
        Files.createDirectories(file.getParent());
        for (String damaged : new String[] {
            "{\"part\": 3", "{\"part\": -7, \"answers\": 3}", "{\"answers\": [{\"question\": \"How many?\"}, 4]}"
        }) {
            Files.writeString(file, damaged);
            try (Session session = new Session(folder)) {
                Notebook notebook = Notebook.open(lesson, session);
                assertThat(notebook.part()).isZero();
                assertThat(notebook.given(AMOUNT)).as(damaged).isNull();
            }
        }
    }

    @Test
    void itsFileHasANameForAnySystem() {
        assertThat(Notebook.fileName(lesson(AMOUNT))).matches("lesson-[a-z0-9-]{1,50}\\.json");
    }
}
