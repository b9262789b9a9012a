package unroll.lens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VanishingGradientTest {
    @Test
    void fadesInAnElmanNetworkAndComesBackInAnLstm() {
        VanishingGradient whole = VanishingGradient.of(VanishingGradient.MAX_LENGTH);

        assertThat(whole.elman()[0]).as("Elman").isLessThan(1e-4);
        assertThat(whole.lstm()[0]).as("LSTM").isGreaterThan(1e-3).isGreaterThan(1_000 * whole.elman()[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 60})
    void hasAShareForEachLetterAndAllOfItAtTheLast(int length) {
        VanishingGradient gradient = VanishingGradient.of(length);

        assertThat(gradient.text()).hasSize(length);
        assertThat(gradient.elman()).hasSize(length).endsWith(1).doesNotContain(Double.NaN);
        assertThat(gradient.lstm()).hasSize(length).endsWith(1).doesNotContain(Double.NaN);
    }
}
