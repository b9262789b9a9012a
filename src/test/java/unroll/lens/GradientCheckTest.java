package unroll.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cells;
import unroll.lens.GradientCheck.CheckedTensor;
import unroll.lens.GradientCheck.NetworkVariant;
import unroll.lens.GradientCheck.Slopes;

class GradientCheckTest {
    private static final long SEED = 11;

    static Stream<Arguments> networks() {
        return Cells.all().stream()
                .flatMap(cell -> Stream.of(NetworkVariant.values()).map(shape -> Arguments.of(cell.name(), shape)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyTensorAndTheStartOfARightGradientAgree(String cell, NetworkVariant shape) {
        int layers = shape == NetworkVariant.UNIDIRECTIONAL ? 2 : 4;
        int states = (shape == NetworkVariant.BIDIRECTIONAL ? 4 : 2)
                * Cells.named(cell).stateBuffers();
        assertThat(GradientCheck.relativeErrors(cell, shape, 1))
                .as("%s, %s, seed 1", cell, shape)
                .hasSize(layers * 3 + 2 + states)
                .allSatisfy((name, error) -> assertThat(error).as(name).isLessThan(1e-4));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsTooLongByATenthMissingOrOfTheWrongSignIsNoticed(String cell, NetworkVariant shape) {
        GradientCheck check = new GradientCheck(cell, shape, SEED);
        for (CheckedTensor variable : check.variables) {
            String label = String.format(Locale.ROOT, "%s of %s, %s, seed %d", variable.name(), cell, shape, SEED);
            Slopes slopes = check.slopes(variable);
            assertThat(slopes.relativeError(times(1, variable))).as(label).isLessThan(1e-4);
            assertThat(slopes.relativeError(times(1.1f, variable))).as(label).isGreaterThan(1e-2);
            assertThat(slopes.relativeError(times(0, variable))).as(label).isGreaterThan(1e-2);
            assertThat(slopes.relativeError(times(-1, variable))).as(label).isGreaterThan(1);
        }
    }

    private static float[] times(float factor, CheckedTensor variable) {
        float[] gradient = variable.gradient().clone();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
        return gradient;
    }
}
