package unroll.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters.ParameterTensor;

class SpectralRadiusTest {
    /** What the class promises. */
    private static final Percentage PROMISED = Percentage.withPercentage(0.1);

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 1.2})
    void aRotationStretchesByItsFactor(double factor) {
        float cos = (float) (factor * Math.cos(1));
        float sin = (float) (factor * Math.sin(1));

        assertThat(SpectralRadius.radius(new float[] {cos, sin, -sin, cos}, 2)).isCloseTo(factor, PROMISED);
    }

    @Test
    void theLargestOfADiagonalCountsWhateverItsSign() {
        assertThat(SpectralRadius.radius(new float[] {0.5f, 0, 0, 0, -0.9f, 0, 0, 0, 0.89f}, 3))
                .isCloseTo(0.9, PROMISED);
    }

    /** Columns (1, 0) and (1, 1): one eigenvalue, one eigenvector, powers that grow all the same. */
    @Test
    void aShearHasRadiusOne() {
        assertThat(SpectralRadius.radius(new float[] {1, 0, 1, 1}, 2)).isCloseTo(1, PROMISED);
    }

    @Test
    void whatDiesOutHasRadiusZero() {
        assertThat(SpectralRadius.radius(new float[] {0, 0, 5, 0}, 2)).isZero();
        assertThat(SpectralRadius.radius(new float[] {0}, 1)).isZero();
    }

    @Test
    void whatIsNoNumberHasNone() {
        assertThat(SpectralRadius.radius(new float[] {1, Float.NaN, 0, 1}, 2)).isNaN();
        assertThat(SpectralRadius.radius(new float[] {1, Float.POSITIVE_INFINITY, 0, 1}, 2))
                .isNaN();
    }

    /** A rotation by 0.7 stretched by 1.5 beside smaller numbers, seen from a random basis. */
    @ParameterizedTest
    @ValueSource(ints = {3, 16, 65})
    void aChangeOfBasisChangesNothing(int n) {
        Random random = new Random(n);
        double[][] a = new double[n][n];
        a[0][0] = a[1][1] = 1.5 * Math.cos(0.7);
        a[0][1] = -1.5 * Math.sin(0.7);
        a[1][0] = 1.5 * Math.sin(0.7);
        for (int i = 2; i < n; i++) {
            a[i][i] = 1.4 * (2 * random.nextDouble() - 1);
        }
        for (int round = 0; round < 4 * n; round++) {
            addRowAndTakeColumn(a, random.nextInt(n), random.nextInt(n), random.nextGaussian() / 4);
        }

        float[] entries = new float[n * n];
        for (int i = 0; i < n * n; i++) {
            entries[i] = (float) a[i % n][i / n];
        }
        assertThat(SpectralRadius.radius(entries, n)).as("n = seed = %d", n).isCloseTo(1.5, PROMISED);
    }

    /** From A to S·A·S⁻¹, where S adds a row to another. */
    private static void addRowAndTakeColumn(double[][] a, int from, int to, double times) {
        for (int j = 0; j < a.length && from != to; j++) {
            a[to][j] += times * a[from][j];
        }
        for (double[] row : a) {
            row[from] -= from == to ? 0 : times * row[to];
        }
    }

    @Test
    void everyBlockOfEveryLayerIsMeasured() {
        Network network = new Network(new NetworkSpec("lstm", 5, 3, 2, 0), RandomSource.XO_SHI_RO_256_PP.create(1));
        ParameterTensor waa = network.parameters().tensor("layer1.Waa");
        // Block o, the last of four: 0.25 times the identity, in rows 9 to 11.
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                network.parameters().values()[waa.offset() + j * waa.rows() + 9 + i] = i == j ? 0.25f : 0;
            }
        }

        List<SpectralRadius> radii = SpectralRadius.of(network);

        assertThat(radii)
                .extracting(each -> each.layer() + each.block())
                .containsExactly(
                        "layer0u", "layer0f", "layer0c", "layer0o", "layer1u", "layer1f", "layer1c", "layer1o");
        assertThat(radii.get(7).radius()).isCloseTo(0.25, within(1e-3));
    }
}
