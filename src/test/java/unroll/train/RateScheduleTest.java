package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.message.ProblemException;

class RateScheduleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "constant",
                "step:0.0001:1000",
                "step:1:1",
                "cosine:100:10000",
                "cosine:0:7:0.05",
                "plateau:0.5:3",
                "plateau:1e-20:3"
            })
    void isWrittenAsAPersonWritesIt(String text) {
        assertThat(RateSchedule.parse(text).text()).isEqualTo(text);
    }

    /** Files and reports of earlier versions have Java's own digits, and a floor where there is none. */
    @ParameterizedTest
    @CsvSource({
        "step:1.0E-4:1000, step:0.0001:1000",
        "step:1.0:1, step:1:1",
        "cosine:100:10000:0.0, cosine:100:10000",
        "plateau:1.0E-20:3, plateau:1e-20:3"
    })
    void readsTheFormsOfEarlierVersions(String old, String text) {
        assertThat(RateSchedule.parse(old)).isEqualTo(RateSchedule.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "step:0:5 | The decay factor is 0; choose a factor above 0 and up to 1, for example 0.5.",
                "step:2:5 | The decay factor is 2; choose a factor above 0 and up to 1, for example 0.5.",
                "step:0.5:0 | The number of steps between decays is 0; choose 1 or more.",
                "cosine:-1:5 | The number of steps of the warm-up is -1; choose 0 or more.",
                "cosine:5:5 | The last step of the cosine is 5; choose a step after the warm-up.",
                "cosine:1:5:2 | The cosine's floor is 2; choose a share of the rate from 0 to 1.",
                "plateau:1:5 | The plateau factor is 1; choose a factor above 0 and below 1, for example 0.5.",
                "plateau:0.5:0 | The number of validations on a plateau is 0; choose 1 or more."
            })
    void refusesNumbersOutOfRange(String text, String sentence) {
        assertThatThrownBy(() -> RateSchedule.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessage(sentence);
    }

    @Test
    void aCosineFallsToItsFloor() {
        RateSchedule cosine = RateSchedule.parse("cosine:2:12:0.5");
        assertThat(cosine.factor(0, 1)).isEqualTo(0.5);
        assertThat(cosine.factor(2, 1)).isEqualTo(1);
        assertThat(cosine.factor(12, 1)).isEqualTo(0.5);
        assertThat(cosine.factor(1000, 1)).isEqualTo(0.5);
    }
}
