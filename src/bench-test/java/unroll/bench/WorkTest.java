package unroll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WorkTest {
    /** By hand: forward 2·4·3² of the recurrent product and 2·65·3 of the output, three times that, 2·5 characters. */
    @Test
    void theLowestLayerMultipliesNoInput() {
        assertThat(new Work("lstm", 3, 1, 2, 5).operations()).isEqualTo(3 * (72 + 390) * 10, within(1e-9));
    }

    /** Two recurrent products and one input product, each of three blocks. */
    @Test
    void theOthersDo() {
        assertThat(new Work("gru", 3, 2, 2, 5).operations()).isEqualTo(3 * (3 * 54 + 390) * 10, within(1e-9));
    }

    @Test
    void aMeasurementOfALargeNetworkHasFewSteps() {
        assertThat(new Work("elman", 100, 1, 1, 25).steps()).isEqualTo(4000);
        assertThat(new Work("lstm", 128, 2, 50, 50).steps()).isBetween(50, 200);
        assertThat(new Work("lstm", 2048, 2, 50, 50).steps()).isEqualTo(10);
    }
}
