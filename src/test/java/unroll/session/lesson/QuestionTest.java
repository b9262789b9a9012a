package unroll.session.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.session.lesson.Question.Condition;
import unroll.session.lesson.Question.QuestionText;

class QuestionTest {
    private static final QuestionText WORDS = new QuestionText("Why?", "hint", "because");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4.22 | RIGHT",
                "4,22 | RIGHT",
                " 4.28 nats | RIGHT",
                "4.16 | RIGHT",
                "4.29 | WRONG",
                "-4.22 | WRONG",
                "422 | WRONG"
            })
    void aNumberIsRightWithinItsTolerance(String answer, Question.Verdict verdict) {
        assertThat(new Question.Amount(WORDS, 4.22, 0.06, "nats").check(answer)).isEqualTo(verdict);
    }

    @Test
    void thousandsMayHaveTheirMark() {
        Question.Amount parameters = new Question.Amount(WORDS, 109_636, 0, "");
        assertThat(parameters.check("109,636")).isEqualTo(Question.Verdict.RIGHT);
        assertThat(parameters.check("109636")).isEqualTo(Question.Verdict.RIGHT);
        assertThat(new Question.Amount(WORDS, 0.125, 0, "").check("0,125")).isEqualTo(Question.Verdict.RIGHT);
        assertThat(new Question.Amount(WORDS, -2, 0.1, "").check("−2.1")).isEqualTo(Question.Verdict.RIGHT);
    }

    @Test
    void whatIsNoNumberIsToldSo() {
        Question.Amount amount = new Question.Amount(WORDS, 1, 0, "%");
        assertThatThrownBy(() -> amount.check("much")).hasMessage("“much” is not a number; enter one such as 2.5.");
        assertThatThrownBy(() -> amount.check(" ")).hasMessage("Enter a number, for example 2.5.");
        assertThatThrownBy(() -> amount.check("Infinity"))
                .hasMessage("“Infinity” is not a number; enter one such as 2.5.");
    }

    @Test
    void ofChoicesOneIsRight() {
        Question.OneOf choice = new Question.OneOf(WORDS, List.of("a", "b"), "b");
        assertThat(choice.check("a")).isEqualTo(Question.Verdict.WRONG);
        assertThat(choice.check("b")).isEqualTo(Question.Verdict.RIGHT);
        assertThatThrownBy(() -> choice.check("")).hasMessage("Choose one of them first.");
    }

    @Test
    void nobodysPredictionIsWrong() {
        Question.OneOf prediction = new Question.OneOf(WORDS, List.of("a", "b"), null);
        assertThat(prediction.check("a")).isEqualTo(Question.Verdict.TAKEN);
        assertThatThrownBy(() -> prediction.check("")).hasMessage("Choose one of them first.");
    }

    @Test
    void wordsCountWhateverTheirCaseAndSpaces() {
        Question.Saying saying = new Question.Saying(WORDS, List.of("forget gate", "Γf"));
        assertThat(saying.check("  Forget   GATE. ")).isEqualTo(Question.Verdict.RIGHT);
        assertThat(saying.check("γF")).isEqualTo(Question.Verdict.RIGHT);
        assertThat(saying.check("forgetgate")).isEqualTo(Question.Verdict.WRONG);
        assertThatThrownBy(() -> saying.check(" . ")).hasMessage("Enter a word or a few.");
    }

    private static Condition condition(Figure figure, double above, double below) {
        return new Condition(figure, above, below, null);
    }

    @Test
    void aGoalIsReachedWhereAllOfItHoldsAtOnce() {
        Question.Goal goal = new Question.Goal(
                WORDS,
                List.of(
                        condition(Figure.STEP, 100, Double.POSITIVE_INFINITY),
                        condition(Figure.LOSS_GAP, 0.5, Double.POSITIVE_INFINITY)));
        assertThat(goal.isReached(Evidences.at(50, 1, 2))).isFalse();
        assertThat(goal.isReached(Evidences.at(101, 1, 1.4))).isFalse();
        assertThat(goal.isReached(Evidences.at(101, 1, 2))).isTrue();
    }

    @Test
    void whatIsNotKnownIsNotReached() {
        Condition low = condition(Figure.VALIDATION_LOSS, Double.NEGATIVE_INFINITY, 2.2);
        assertThat(low.holds(Evidences.at(5, 1, Double.NaN))).isFalse();
        assertThat(low.now(Evidences.at(5, 1, Double.NaN))).isEqualTo("–");
        assertThat(low.now(Evidences.at(5, 1, 2.1234))).isEqualTo("2.123");
        assertThat(low.description()).isEqualTo("Validation loss below 2.2");
        assertThat(condition(Figure.ACCURACY, 0.5, 2).holds(Evidences.at(5, 1, 1)))
                .isFalse();
    }

    @Test
    void smallNumbersAreShownAsPeopleWriteThem() {
        byte[] json = "{\"cell\": \"gru\", \"learning-rate\": 0.0001}".getBytes(StandardCharsets.UTF_8);
        Changes with = new Changes(LessonFile.parse("x.json", json));
        Condition goal = new Condition(Figure.STEP, 100, Double.POSITIVE_INFINITY, with);
        assertThat(goal.description()).isEqualTo("Step above 100, with cell gru, learning-rate 0.0001");
        assertThat(Figure.LEARNING_RATE.shown(1e-4)).isEqualTo("0.0001");
    }

    @Test
    void aTextCountsByItsTemperature() {
        Condition cold = condition(Figure.TEMPERATURE, Double.NEGATIVE_INFINITY, 0.5);
        assertThat(cold.holds(Evidences.at(5, 1, 1))).isFalse();
        assertThat(cold.holds(Evidences.writing(0.5))).isFalse();
        assertThat(cold.holds(Evidences.writing(0.3))).isTrue();
    }
}
