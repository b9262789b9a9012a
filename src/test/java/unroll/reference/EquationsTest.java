package unroll.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.reference.Equations.Equation;
import unroll.reference.Formula.Token;

/** How the lines of a cell and their derivatives read; that their numbers are right is {@code StepWalkTest}'s. */
class EquationsTest {
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
        assertThat(text(ReferenceCell.of(cell).equations().forward())).contains(line);
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
        assertThat(text(ReferenceCell.of(cell).equations().backward())).contains(line);
    }

    private static List<String> text(List<Equation> equations) {
        return equations.stream()
                .map(equation ->
                        equation.tokens(symbol -> 0.5).stream().map(Token::text).collect(Collectors.joining()))
                .toList();
    }
}
