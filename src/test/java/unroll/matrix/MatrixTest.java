package unroll.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.message.ProblemException;

/** Products of all kinds of views against three loops, and refusals where a view or a shape does not fit. */
class MatrixTest {
    private static final long SEED = 41;

    @ParameterizedTest
    @CsvSource({"1,1,1", "3,1,5", "1,7,1", "5,3,1", "7,16,3", "33,17,65", "64,65,2", "2,130,31"})
    void productsOfAllTranspositionsAreThoseOfThreeLoops(int rows, int inner, int columns) {
        ProductsFixtures.withEach(() -> checkAllTranspositions(rows, inner, columns));
    }

    private void checkAllTranspositions(int rows, int inner, int columns) {
        for (int kind = 0; kind < 4; kind++) {
            Matrix a =
                    (kind & 1) == 0 ? random(rows, inner) : random(inner, rows).t();
            Matrix b = (kind & 2) == 0
                    ? random(inner, columns)
                    : random(columns, inner).t();
            Matrix result = random(rows, columns);
            float[][] before = entries(result);

            result.setProduct(a, b);
            assertEntries(result, before, a, b, 0);
            before = entries(result);
            result.addProduct(a, b);
            assertEntries(result, before, a, b, 1);
        }
    }

    /** What backpropagation does: rows of one matrix times the transpose of columns of another, into rows of a third. */
    @Test
    void rangesOfRowsAndColumnsAreFactorsAndResults() {
        Matrix a = random(20, 12).rows(5, 16).columns(2, 9);
        Matrix b = random(9, 30).columns(3, 20).rows(1, 8);
        Matrix whole = random(20, 25);
        Matrix result = whole.rows(4, 15).columns(6, 23);
        float[][] surroundings = entries(whole);
        float[][] before = entries(result);

        result.addProduct(a, b);

        assertEntries(result, before, a, b, 1);
        float[][] after = entries(whole);
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 25; j++) {
                if (i < 4 || i >= 15 || j < 6 || j >= 23) {
                    assertThat(after[i][j]).as("entry %d, %d outside", i, j).isEqualTo(surroundings[i][j]);
                }
            }
        }
    }

    @Test
    void viewsReadAndWriteTheirEntriesColumnAfterColumn() {
        Matrix all = Matrix.zeros(3, 4);
        all.write(new float[] {-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 1);

        Matrix middle = all.rows(1, 3).columns(1, 3);
        float[] values = new float[6];
        middle.read(values, 1);
        assertThat(values).containsExactly(0, 4, 5, 7, 8, 0);
        float[] column = new float[2];
        middle.readColumn(1, column);
        assertThat(column).containsExactly(7, 8);

        middle.writeColumn(0, new float[] {-4, -5});
        all.columns(3, 4).write(new float[] {-9, -10, -11});
        all.rows(0, 1).write(new float[] {-100, -103, -106, -109});

        float[] after = new float[12];
        all.read(after);
        assertThat(after).containsExactly(-100, 1, 2, -103, -4, -5, -106, 7, 8, -109, -10, -11);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Matrix a = Matrix.zeros(3, 4);

        assertThatThrownBy(() -> Matrix.zeros(3, 3).setProduct(a, a))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A product of 3×4 and 3×4 does not fit a result of 3×3.");
        assertThatThrownBy(() -> a.columns(2, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> a.rows(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> a.readColumn(4, new float[3])).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> a.write(new float[11])).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> a.read(new float[11])).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> a.t().read(new float[12])).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> a.t().setProduct(a, a)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void moreThanOnePieceOfMemoryCanHoldIsRefusedInASentence() {
        assertThatThrownBy(() -> Matrix.zeros(1 << 16, 1 << 14))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("needs 4.3 GB; at most 2.1 GB")
                .hasMessageContaining("Choose a smaller");
    }

    private static Matrix random(int rows, int columns) {
        Random random = new Random(SEED + rows * 1000L + columns);
        Matrix matrix = Matrix.zeros(rows, columns);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        matrix.write(values);
        return matrix;
    }

    /** Read through a product with the unit matrix's columns: works for every kind of view. */
    private static float[][] entries(Matrix matrix) {
        float[][] entries = new float[matrix.rows()][matrix.columns()];
        float[] column = new float[matrix.rows()];
        for (int j = 0; j < matrix.columns(); j++) {
            Matrix unit = Matrix.zeros(matrix.columns(), 1);
            float[] one = new float[matrix.columns()];
            one[j] = 1;
            unit.write(one);
            Matrix product = Matrix.zeros(matrix.rows(), 1);
            product.setProduct(matrix, unit);
            product.read(column);
            for (int i = 0; i < matrix.rows(); i++) {
                entries[i][j] = column[i];
            }
        }
        return entries;
    }

    private static void assertEntries(Matrix result, float[][] before, Matrix a, Matrix b, int keep) {
        float[][] left = entries(a);
        float[][] right = entries(b);
        float[][] actual = entries(result);
        for (int i = 0; i < actual.length; i++) {
            for (int j = 0; j < actual[i].length; j++) {
                double sum = keep * before[i][j];
                double size = Math.abs(sum);
                for (int k = 0; k < right.length; k++) {
                    sum += (double) left[i][k] * right[k][j];
                    size += Math.abs((double) left[i][k] * right[k][j]);
                }
                assertThat(Math.abs(actual[i][j] - sum))
                        .as("entry %d, %d, seed %d: got %s, expected %s", i, j, SEED, actual[i][j], sum)
                        .isLessThan(1e-6 * (1 + size));
            }
        }
    }
}
