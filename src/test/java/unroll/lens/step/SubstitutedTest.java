package unroll.lens.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unroll.cell.formula.Equation;
import unroll.cell.formula.Formula;
import unroll.cell.formula.Variable;

class SubstitutedTest {
    @Test
    void putsNumbersIntoAFormula() {
        Variable gate = Variable.gate("f");
        Variable before = Variable.before("c");
        Equation equation = new Equation(Variable.after("c"), gate.times(before).plus(Formula.tanh(Variable.z("c"))));
        Map<Variable, Double> values =
                Map.of(Variable.after("c"), -0.5, gate, 0.25, before, -2.0, Variable.z("c"), 0.0);

        assertThat(Substituted.numbers(equation.pieces(values::get))).isEqualTo("−0.500 = 0.250 · (−2.000) + tanh(0)");
    }

    @Test
    void writesNumbersOfAllSizes() {
        assertThat(List.of(0.0, -0.0004, 0.1234, 12.345, 123456.0).stream().map(Substituted::number))
                .containsExactly("0", "−4.0e-04", "0.123", "12.3", "1.2e+05");
    }
}
