package unroll.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.network.Parameters;
import unroll.network.Parameters.Tensor;

class GradientCheckTest {
    private static final long SEED = 11;

    static Stream<String> cells() {
        return Cells.all().stream().map(Cell::name);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyTensorOfARightGradientAgrees(String cell) {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(GradientCheck.relativeErrors(cell, seed).values())
                    .as("%s, seed %d", cell, seed)
                    .hasSize(2 * 3 + 2)
                    .allSatisfy(error -> assertThat(error).isLessThan(1e-3));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aTensorThatIsTooLongByATenthIsNoticed(String cell) {
        for (String name : tensors(cell)) {
            assertThat(errorWith(cell, name, g -> 1.1f * g))
                    .as("%s of %s", name, cell)
                    .isGreaterThan(1e-2);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aTensorThatIsMissingIsNoticed(String cell) {
        for (String name : tensors(cell)) {
            assertThat(errorWith(cell, name, g -> 0)).as("%s of %s", name, cell).isGreaterThan(1e-2);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aTensorWithTheWrongSignIsNoticed(String cell) {
        for (String name : tensors(cell)) {
            assertThat(errorWith(cell, name, g -> -g))
                    .as("%s of %s", name, cell)
                    .isGreaterThan(1);
        }
    }

    private interface Distortion {
        float of(float g);
    }

    private static List<String> tensors(String cell) {
        return new GradientCheck(cell, SEED)
                .gradient().tensors().stream().map(Tensor::name).toList();
    }

    private static double errorWith(String cell, String name, Distortion distortion) {
        GradientCheck check = new GradientCheck(cell, SEED);
        Parameters gradient = check.gradient();
        Tensor tensor = gradient.tensor(name);
        float[] g = gradient.values();
        for (int i = tensor.offset(); i < tensor.offset() + tensor.size(); i++) {
            g[i] = distortion.of(g[i]);
        }
        return check.relativeErrors(gradient).get(name);
    }
}
