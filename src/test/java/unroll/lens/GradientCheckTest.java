package unroll.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cells;
import unroll.lens.GradientCheck.Shape;
import unroll.lens.GradientCheck.Variable;

class GradientCheckTest {
    private static final long SEED = 11;

    static Stream<Arguments> networks() {
        return Cells.all().stream()
                .flatMap(cell -> Stream.of(Shape.values()).map(shape -> Arguments.of(cell.name(), shape)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyTensorAndTheStartOfARightGradientAgree(String cell, Shape shape) {
        int layers = shape == Shape.UNIDIRECTIONAL ? 2 : 4;
        int states = (shape == Shape.BIDIRECTIONAL ? 4 : 2) * Cells.named(cell).stateBuffers();
        for (long seed = 1; seed <= 2; seed++) {
            assertThat(GradientCheck.relativeErrors(cell, shape, seed))
                    .as("%s, %s, seed %d", cell, shape, seed)
                    .hasSize(layers * 3 + 2 + states)
                    .allSatisfy((name, error) -> assertThat(error).as(name).isLessThan(1e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsTooLongByATenthMissingOrOfTheWrongSignIsNoticed(String cell, Shape shape) {
        GradientCheck check = new GradientCheck(cell, shape, SEED);
        for (Variable variable : check.variables()) {
            String label = String.format(Locale.ROOT, "%s of %s, %s, seed %d", variable.name(), cell, shape, SEED);
            assertThat(errorOf(check, variable, g -> 1.1f * g)).as(label).isGreaterThan(1e-2);
            assertThat(errorOf(check, variable, g -> 0)).as(label).isGreaterThan(1e-2);
            assertThat(errorOf(check, variable, g -> -g)).as(label).isGreaterThan(1);
        }
    }

    private interface Distortion {
        float of(float g);
    }

    private static double errorOf(GradientCheck check, Variable variable, Distortion distortion) {
        float[] g = variable.gradient().clone();
        for (int i = 0; i < g.length; i++) {
            g[i] = distortion.of(g[i]);
        }
        return check.relativeError(new Variable(variable.name(), variable.values(), variable.offset(), g));
    }
}
