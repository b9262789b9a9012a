package unroll.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.message.ProblemException;

class SamplingSettingsTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesATemperature(double value) {
        assertRefused(() -> SamplingSettings.DEFAULT.withTemperature(value), "temperature is " + value);
    }

    @Test
    void refusesANegativeTopK() {
        assertRefused(() -> new SamplingSettings(1, -1, 1, 0, 1, false), "Top-k is -1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
    void refusesATopP(double value) {
        assertRefused(() -> new SamplingSettings(1, 0, value, 0, 1, false), "Top-p is " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.01, Double.NaN})
    void refusesAMinP(double value) {
        assertRefused(() -> new SamplingSettings(1, 0, 1, value, 1, false), "Min-p is " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0, -1, 101, Double.NaN})
    void refusesARepetitionPenalty(double value) {
        assertRefused(() -> new SamplingSettings(1, 0, 1, 0, value, false), "repetition penalty is " + value);
    }

    @Test
    void refusesALength() {
        assertRefused(() -> new SampleRequest("", 0, "", SamplingSettings.DEFAULT, 1), "length of the text is 0");
    }

    @Test
    void lineEndsBecomeLineFeeds() {
        SampleRequest request = new SampleRequest("a\r\nb\rc\n", 1, "\r\n", SamplingSettings.DEFAULT, 1);
        assertThat(request.prime()).isEqualTo("a\nb\nc\n");
        assertThat(request.stop()).isEqualTo("\n");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making, String words) {
        assertThatThrownBy(making)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(words)
                .hasMessageContaining("choose")
                .hasMessageEndingWith(".");
    }
}
