package unroll.lens.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NGramLossesTest {
    /** Six letters do worse than five here, as they often do where a text is short. */
    private static final NGramLosses LOSSES =
            new NGramLosses(List.of(4.17, 3.35, 2.49, 2.05, 1.77, 1.67, 1.70), 1000, 100);

    @ParameterizedTest
    @CsvSource({
        "5.00, no better than blind guessing",
        "4.17, no better than blind guessing",
        "4.16, worse than unigrams",
        "3.35, worse than unigrams",
        "3.34, beats unigrams",
        "2.49, beats unigrams",
        "2.48, beats bigrams",
        "2.04, beats trigrams",
        "1.76, beats 4-grams",
        "1.70, beats 4-grams",
        "1.69, beats 6-grams",
        "1.67, beats 6-grams",
        "1.66, beats all n-grams up to 6",
        "NaN, no loss yet",
    })
    void theVerdictNamesTheBestModelThatIsBeaten(double loss, String verdict) {
        assertThat(LOSSES.verdict(loss)).isEqualTo(verdict);
    }

    @Test
    void lossesOfNoKnownOrderAreRefused() {
        assertThatThrownBy(() -> new NGramLosses(List.of(1.0), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 1");
    }
}
