package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import unroll.matrix.Matrix;
import unroll.matrix.Team;

class DropoutTest {
    private static final int HIDDEN = 40;
    private static final int COLUMNS = 250;
    private static final double RATE = 0.3;
    private static final long SEED = 21;

    private final LayerUnroll below = layer();
    private final Dropout dropout = new Dropout(RATE, below, Team.ofOne());

    private static LayerUnroll layer() {
        NetworkSpec spec = new NetworkSpec("elman", 2, HIDDEN, 1, 0);
        Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED));
        RecurrentLayer layer = network.layers.get(0);
        return new LayerUnroll(
                layer,
                COLUMNS,
                1,
                new Blanks(COLUMNS, 1),
                Team.ofOne(),
                member -> (units, z) -> new SymbolSource(layer, network.parameters(), units, new int[COLUMNS], 1));
    }

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

        dropout.forward(0, null);

        assertThat(read(dropout.output)).containsOnly(1);
    }

    @Test
    void theWayBackMeetsTheSameMask() {
        float[] output = forward(SEED);
        below.outputGradient().write(ones());

        dropout.backward(0);

        assertThat(read(below.outputGradient())).containsExactly(output);
    }

    private float[] forward(long seed) {
        below.output().write(ones());
        dropout.forward(0, RandomSource.XO_SHI_RO_256_PP.create(seed));
        return read(dropout.output);
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
