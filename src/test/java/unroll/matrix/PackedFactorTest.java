package unroll.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packed factors of every library against plain products. */
class PackedFactorTest {
    private static final long SEED = 17;
    private static final int[] SIZES = {1, 3, 7, 33, 65};
    private static final int[] COLUMNS = {1, 2, 5, 50};

    private final Random random = new Random(SEED);

    static Stream<Arguments> products() {
        return ProductsFixtures.available().stream()
                .flatMap(products -> Stream.of(false, true).map(transposed -> Arguments.of(products, transposed)));
    }

    @ParameterizedTest
    @MethodSource("products")
    void addsWhatAPlainProductAdds(Products products, boolean transposed) {
        for (int rows : SIZES) {
            for (int inner : SIZES) {
                for (int columns : COLUMNS) {
                    Matrix factor = transposed ? random(inner, rows).t() : random(rows, inner);
                    check(products, factor, columns);
                }
            }
        }
    }

    /** Result and right factor are ranges of columns and rows of larger matrices, one after the other, as steps are. */
    private void check(Products products, Matrix factor, int columns) {
        Matrix rights = random(factor.columns() + 2, 3 * columns).rows(1, factor.columns() + 1);
        Matrix results = random(factor.rows() + 5, 3 * columns).rows(2, factor.rows() + 2);
        PackedFactor packed = PackedFactor.of(products, factor, columns);
        for (int step = 0; step < 3; step++) {
            Matrix right = rights.columns(step * columns, (step + 1) * columns);
            Matrix result = results.columns(step * columns, (step + 1) * columns);
            float[] expected = sum(result, factor, right);

            result.addProduct(packed, right);

            assertClose(result, expected);
        }
    }

    private static float[] sum(Matrix result, Matrix factor, Matrix right) {
        Matrix copy = Matrix.zeros(result.rows(), result.columns());
        copy.write(values(result));
        copy.product(Products.OPENBLAS, factor, right, 1);
        return values(copy);
    }

    @ParameterizedTest
    @MethodSource("products")
    void takesOverAChangeWhenToldOfIt(Products products, boolean transposed) {
        Matrix stored = random(12, 12);
        Matrix factor = transposed ? stored.t() : stored;
        Matrix right = random(12, 4);
        PackedFactor packed = PackedFactor.of(products, factor, 4);
        Matrix.zeros(12, 4).addProduct(packed, right);

        stored.write(values(random(12, 12)));
        packed.changed();
        Matrix result = Matrix.zeros(12, 4);
        float[] expected = sum(result, factor, right);
        result.addProduct(packed, right);

        assertClose(result, expected);
    }

    @ParameterizedTest
    @MethodSource("products")
    void productsOfOtherMatricesFitToo(Products products, boolean transposed) {
        Matrix factor = transposed ? random(9, 20).t() : random(20, 9);
        PackedFactor packed = PackedFactor.of(products, factor, 6);
        for (int width : List.of(9, 30, 9)) {
            Matrix right = random(width, 6).rows(0, 9);
            Matrix result = random(width + 11, 6).rows(0, 20);
            float[] expected = sum(result, factor, right);

            result.addProduct(packed, right);

            assertClose(result, expected);
        }
    }

    @Test
    void aFactorThatDoesNotFitIsRefused() {
        PackedFactor packed = PackedFactor.of(random(5, 3), 2);
        assertThatThrownBy(() -> Matrix.zeros(5, 2).addProduct(packed, random(4, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5×3 and 4×2");
    }

    private Matrix random(int rows, int columns) {
        Matrix matrix = Matrix.zeros(rows, columns);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        matrix.write(values);
        return matrix;
    }

    private static float[] values(Matrix matrix) {
        float[] values = new float[matrix.rows() * matrix.columns()];
        matrix.read(values);
        return values;
    }

    private static void assertClose(Matrix result, float[] expected) {
        float[] values = values(result);
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).as("entry %d, seed %d", i, SEED).isCloseTo(expected[i], within(2e-5f));
        }
    }
}
