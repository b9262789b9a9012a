package unroll.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell.Step;
import unroll.cell.formula.Equation;
import unroll.cell.formula.Equations;
import unroll.cell.formula.FormulaToken;
import unroll.cell.formula.Variable;

/** What a cell says of itself on paper is what it does. */
class EquationsTest {
    private static final Offset<Double> FLOAT = within(2e-6);

    static Stream<Arguments> cellsAndSeeds() {
        return Cells.all().stream()
                .flatMap(cell -> IntStream.range(0, 50).mapToObj(seed -> Arguments.of(cell.name(), seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("cellsAndSeeds")
    void theEquationsAreForwardAndTheirDerivativesBackward(String name, int seed) {
        Cell cell = Cells.named(name);
        Random random = new Random(seed);
        Step step = new Step(
                slabs(cell.blocks(), random),
                slabs(cell.stateSlabs(), random),
                new float[cell.stateSlabs()][1],
                new float[cell.keptSlabs()][1]);
        float[][] dState = slabs(cell.stateSlabs(), random);
        float[][] dz = new float[cell.blocks()][1];
        Equations equations = cell.equations();
        Map<Variable, Double> values = given(cell, step, dState);

        workOut(equations.forward(), values);
        workOut(equations.backward(), values);
        cell.forward(step);
        cell.backward(step, dState, dz);

        for (int slab = 0; slab < cell.stateSlabs(); slab++) {
            String state = equations.state().get(slab);
            assertThat(values.get(Variable.after(state))).as(state).isCloseTo(step.after()[slab][0], FLOAT);
            assertThat(values.getOrDefault(Variable.before(state).gradient(), 0.0))
                    .as("∂L/∂%s before", state)
                    .isCloseTo(dState[slab][0], FLOAT);
        }
        for (int block = 0; block < cell.blocks(); block++) {
            Variable z = Variable.z(cell.blockName(block));
            assertThat(values.get(z.gradient())).as(z.gradient().text()).isCloseTo(dz[block][0], FLOAT);
        }
    }

    private static Map<Variable, Double> given(Cell cell, Step step, float[][] dState) {
        Map<Variable, Double> values = new HashMap<>();
        for (int block = 0; block < cell.blocks(); block++) {
            values.put(Variable.z(cell.blockName(block)), (double) step.z()[block][0]);
        }
        assertThat(cell.equations().state()).as("parts of the state").hasSize(cell.stateSlabs());
        for (int slab = 0; slab < cell.stateSlabs(); slab++) {
            String state = cell.equations().state().get(slab);
            values.put(Variable.before(state), (double) step.before()[slab][0]);
            values.put(Variable.fromNext(state), (double) dState[slab][0]);
        }
        // Of what arrives at a<t> a part comes from above.
        values.put(Variable.fromAbove(), 0.25);
        values.merge(Variable.fromNext("a"), -0.25, Double::sum);
        return values;
    }

    private static void workOut(List<Equation> equations, Map<Variable, Double> values) {
        for (Equation equation : equations) {
            values.put(equation.symbol(), equation.formula().value(values::get));
        }
    }

    private static float[][] slabs(int count, Random random) {
        float[][] slabs = new float[count][1];
        for (float[] slab : slabs) {
            slab[0] = (float) random.nextGaussian();
        }
        return slabs;
    }

    @Test
    void blocksHaveTheNamesOfTheNotation() {
        assertThat(names("elman")).containsExactly("a");
        assertThat(names("gru")).containsExactly("cx", "r", "u", "ca");
        assertThat(names("lstm")).containsExactly("u", "f", "c", "o");
    }

    private static List<String> names(String name) {
        Cell cell = Cells.named(name);
        return IntStream.range(0, cell.blocks()).mapToObj(cell::blockName).toList();
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("elman-relu", "a<t> = ReLU(za)"),
                Arguments.of("gru", "c\u0303 = tanh(zcx + Γr · zca)"),
                Arguments.of("gru", "a<t> = Γu · a<t-1> + (1 − Γu) · c\u0303"),
                Arguments.of("lstm", "c<t> = Γf · c<t-1> + Γu · c\u0303"),
                Arguments.of("lstm", "a<t> = Γo · tanh(c<t>)"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void formulasReadAsOnPaper(String cell, String line) {
        assertThat(text(Cells.named(cell).equations().forward())).contains(line);
    }

    static Stream<Arguments> linesBack() {
        return Stream.of(
                Arguments.of("elman", "∂L/∂a<t> = from above + from a<t+1>"),
                Arguments.of("elman", "∂L/∂za = ∂L/∂a<t> · (1 − a<t> · a<t>)"),
                Arguments.of("elman-relu", "∂L/∂za = ∂L/∂a<t> · [a<t> > 0]"),
                Arguments.of("gru", "∂L/∂Γu = ∂L/∂a<t> · a<t-1> − ∂L/∂a<t> · c\u0303"),
                Arguments.of("gru", "∂L/∂zr = ∂L/∂Γr · Γr · (1 − Γr)"),
                Arguments.of("lstm", "∂L/∂c<t> = from c<t+1> + ∂L/∂a<t> · Γo · (1 − tanh(c<t>) · tanh(c<t>))"),
                Arguments.of("lstm", "∂L/∂Γf = ∂L/∂c<t> · c<t-1>"),
                Arguments.of("lstm", "∂L/∂c<t-1> = ∂L/∂c<t> · Γf"));
    }

    @ParameterizedTest
    @MethodSource("linesBack")
    void derivativesReadAsOnPaper(String cell, String line) {
        assertThat(text(Cells.named(cell).equations().backward())).contains(line);
    }

    private static List<String> text(List<Equation> equations) {
        return equations.stream()
                .map(equation -> equation.pieces(symbol -> 0.5).stream()
                        .map(FormulaToken::text)
                        .collect(Collectors.joining()))
                .toList();
    }
}
