package unroll.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cell.Step;
import unroll.cell.Cells;

/** The formula of every cell is what its fast file computes, forward and back. */
class ReferenceCellTest {
    private static final Offset<Double> FLOAT = within(2e-6);

    static Stream<Arguments> cellsAndSeeds() {
        return Cells.all().stream()
                .flatMap(cell -> IntStream.range(0, 50).mapToObj(seed -> Arguments.of(cell.name(), seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("cellsAndSeeds")
    void theFormulaIsTheFastCells(String name, int seed) {
        Cell cell = Cells.named(name);
        ReferenceCell formula = ReferenceCell.of(name);
        Random random = new Random(seed);
        Step step = new Step(
                buffers(cell.blocks(), random),
                buffers(cell.stateBuffers(), random),
                new float[cell.stateBuffers()][1],
                new float[cell.cachedBuffers()][1]);
        float[][] dState = buffers(cell.stateBuffers(), random);
        float[][] dz = new float[cell.blocks()][1];
        LayerTape tape = tape(cell, formula, step, dState);

        formula.forward(tape);
        formula.backward(tape);
        cell.forward(step);
        cell.backward(step, dState, dz);

        assertThat(formula.equations().state()).as("parts of the state").hasSize(cell.stateBuffers());
        for (int buffer = 0; buffer < cell.stateBuffers(); buffer++) {
            String state = formula.equations().state().get(buffer);
            assertThat(tape.of(Variable.after(state))[0]).as(state).isCloseTo(step.after()[buffer][0], FLOAT);
            Variable before = Variable.before(state);
            assertThat(tape.hasGradient(before) ? tape.of(before.gradient())[0] : 0)
                    .as("∂L/∂%s before", state)
                    .isCloseTo(dState[buffer][0], FLOAT);
        }
        for (int block = 0; block < cell.blocks(); block++) {
            Variable dzOfBlock = Variable.z(cell.blockName(block)).gradient();
            assertThat(tape.of(dzOfBlock)[0]).as(dzOfBlock.text()).isCloseTo(dz[block][0], FLOAT);
        }
    }

    private static LayerTape tape(Cell cell, ReferenceCell formula, Step step, float[][] dState) {
        LayerTape tape = new LayerTape(ReferenceMath.zeros(1, 1), null);
        for (int block = 0; block < cell.blocks(); block++) {
            set(tape, Variable.z(cell.blockName(block)), step.z()[block][0]);
        }
        for (int buffer = 0; buffer < cell.stateBuffers(); buffer++) {
            String state = formula.equations().state().get(buffer);
            set(tape, Variable.before(state), step.before()[buffer][0]);
            set(tape, Variable.fromNext(state), dState[buffer][0]);
        }
        set(tape, Variable.after("a").gradient(), dState[0][0]);
        return tape;
    }

    private static void set(LayerTape tape, Variable variable, double value) {
        tape.set(variable, ReferenceMath.matrix(new double[] {value}, 1));
    }

    private static float[][] buffers(int count, Random random) {
        float[][] buffers = new float[count][1];
        for (float[] buffer : buffers) {
            buffer[0] = (float) random.nextGaussian();
        }
        return buffers;
    }
}
