package unroll.session.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.session.lesson.Question.QuestionText;

/** What a class is shown after it has discussed a question. */
class SolutionTest {
    private static final QuestionText WORDS = new QuestionText("Why?", "Think of the gates.", "Because gates keep it.");

    @Test
    void isTheRightAnswerAndWhy() {
        assertThat(new Question.OneOf(WORDS, List.of("a", "b"), "b").solution()).isEqualTo("b\nBecause gates keep it.");
        assertThat(new Question.Amount(WORDS, 2.5, 0.1, "nats").solution())
                .isEqualTo("2.5 nats\nBecause gates keep it.");
        assertThat(new Question.Saying(new QuestionText("Why?", "", ""), List.of("gates", "the gates")).solution())
                .isEqualTo("gates");
    }

    @Test
    void isEmptyWhereNoAnswerIsRight() {
        assertThat(new Question.OneOf(WORDS, List.of("a", "b"), null).solution())
                .isEmpty();
    }

    @Test
    void itsAnswerIsRight() {
        for (Question.WithAnswer question : List.of(
                new Question.OneOf(WORDS, List.of("a", "b"), "b"),
                new Question.Amount(WORDS, 1234567, 1, "steps"),
                new Question.Amount(WORDS, 0.00012, 0, ""),
                new Question.Saying(WORDS, List.of("Long short-term memory")))) {
            assertThat(question.check(question.right())).as(question.right()).isEqualTo(Question.Verdict.RIGHT);
        }
    }
}
