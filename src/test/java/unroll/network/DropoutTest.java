package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import unroll.matrix.Matrix;

class DropoutTest {
    private static final int HIDDEN = 40;
    private static final int COLUMNS = 250;
    private static final double RATE = 0.3;
    private static final long SEED = 21;

    private final Dropout dropout = new Dropout(RATE, HIDDEN, COLUMNS);

    @Test
    void silencesItsShareAndMakesUpForIt() {
        float[] output = forward(SEED);

        long silenced = count(output, 0);
        assertThat((double) silenced / output.length)
                .as("share silenced, seed %d", SEED)
                .isCloseTo(RATE, within(0.02));
        assertThat(silenced + count(output, (float) (1 / (1 - RATE)))).isEqualTo(output.length);
    }

    @Test
    void anotherSeedSilencesOthers() {
        assertThat(forward(SEED)).isNotEqualTo(forward(SEED + 1));
    }

    @Test
    void letsEverythingThroughWhereNothingDrawsAMask() {
        forward(SEED);

        dropout.forward(ones(), null);

        assertThat(read(dropout.output)).containsOnly(1);
    }

    @Test
    void theWayBackMeetsTheSameMask() {
        float[] output = forward(SEED);
        Matrix gradient = ones();

        dropout.backward(gradient);

        assertThat(read(gradient)).containsExactly(output);
    }

    private float[] forward(long seed) {
        dropout.forward(ones(), RandomSource.XO_SHI_RO_256_PP.create(seed));
        return read(dropout.output);
    }

    private static Matrix ones() {
        Matrix ones = Matrix.zeros(HIDDEN, COLUMNS);
        float[] values = new float[HIDDEN * COLUMNS];
        Arrays.fill(values, 1);
        ones.write(values);
        return ones;
    }

    private static float[] read(Matrix matrix) {
        float[] values = new float[matrix.rows() * matrix.columns()];
        matrix.read(values);
        return values;
    }

    private static long count(float[] values, float wanted) {
        int count = 0;
        for (float value : values) {
            count += value == wanted ? 1 : 0;
        }
        return count;
    }
}
