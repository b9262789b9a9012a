package unroll.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products with one vector against two loops in doubles, also where the columns do not come in fours. */
class HeapMatrixTest {
    private static final long SEED = 43;

    @ParameterizedTest
    @CsvSource({"1,1", "1,7", "5,2", "3,4", "7,9", "33,65", "65,128", "130,3"})
    void aProductIsAddedToWhatIsThere(int rows, int columns) {
        Random random = new Random(SEED);
        int upper = rows / 2;
        float[] top = numbers(upper * columns, random);
        float[] bottom = numbers((rows - upper) * columns, random);
        float[] x = numbers(columns, random);
        float[] before = numbers(rows, random);
        float[] y = HeapMatrix.vector(rows);
        System.arraycopy(before, 0, y, 0, rows);
        HeapMatrix a = new HeapMatrix(rows, columns);
        a.setRows(0, upper, top, 0);
        a.setRows(upper, rows - upper, bottom, 0);

        a.addProduct(x, y);

        for (int i = 0; i < rows; i++) {
            double sum = before[i];
            for (int j = 0; j < columns; j++) {
                float weight = i < upper ? top[j * upper + i] : bottom[j * (rows - upper) + i - upper];
                sum += (double) weight * x[j];
            }
            assertThat((double) y[i]).as("row %d, seed %d", i, SEED).isCloseTo(sum, within(1e-5));
        }
    }

    @Test
    void refusesVectorsOfOtherSizes() {
        HeapMatrix matrix = new HeapMatrix(2, 3);

        assertThatThrownBy(() -> matrix.addProduct(new float[2], HeapMatrix.vector(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A product of 2×3 and 2 does not fit a result of 12.");
        assertThatThrownBy(() -> matrix.addProduct(new float[3], new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("result of 2");
    }

    private static float[] numbers(int count, Random random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 2 * random.nextFloat() - 1;
        }
        return numbers;
    }
}
