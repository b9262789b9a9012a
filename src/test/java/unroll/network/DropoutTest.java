package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup;

class DropoutTest {
    private static final int HIDDEN = 40;
    private static final int COLUMNS = 250;
    private static final double RATE = 0.3;
    private static final long SEED = 21;

    private static final Capacity ROOM = new Capacity(COLUMNS, 1);

    private final LayerStates below = new LayerStates(HIDDEN, ROOM);
    private final Dropout dropout = new Dropout(RATE, below, ROOM, WorkerGroup.ofOne());

    @Test
    void dropsItsShareAndScalesTheRest() {
        float[] output = forward(SEED);

        long dropped = count(output, 0);
        assertThat((double) dropped / output.length)
                .as("share dropped, seed %d", SEED)
                .isCloseTo(RATE, within(0.02));
        assertThat(dropped + count(output, (float) (1 / (1 - RATE)))).isEqualTo(output.length);
    }

    @Test
    void anotherSeedSilencesOthers() {
        assertThat(forward(SEED)).isNotEqualTo(forward(SEED + 1));
    }

    @Test
    void letsEverythingThroughWhereNothingDrawsAMask() {
        forward(SEED);

        dropout.forward(0, null);

        assertThat(read(dropout.output(COLUMNS))).containsOnly(1);
    }

    @Test
    void theWayBackMeetsTheSameMask() {
        float[] output = forward(SEED);
        below.outputGradient(COLUMNS).write(ones());

        dropout.backward(0);

        assertThat(read(below.outputGradient(COLUMNS))).containsExactly(output);
    }

    private float[] forward(long seed) {
        below.output(COLUMNS).write(ones());
        dropout.forward(0, RandomSource.XO_SHI_RO_256_PP.create(seed));
        return read(dropout.output(COLUMNS));
    }

    private static float[] ones() {
        float[] values = new float[HIDDEN * COLUMNS];
        Arrays.fill(values, 1);
        return values;
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
