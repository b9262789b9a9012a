package unroll.lens.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unroll.reference.Equations.Equation;
import unroll.reference.Formula;
import unroll.reference.Variable;

class FormulaValuesTest {
    @Test
    void putsNumbersIntoAFormula() {
        Variable gate = Variable.gate("f");
        Variable before = Variable.before("c");
        Equation equation = new Equation(Variable.after("c"), gate.times(before).plus(Formula.tanh(Variable.z("c"))));
        Map<Variable, Double> values =
                Map.of(Variable.after("c"), -0.5, gate, 0.25, before, -2.0, Variable.z("c"), 0.0);

        assertThat(new FormulaValues(equation.symbol(), equation.tokens(values::get)).numbers())
                .isEqualTo("−0.500 = 0.250 · (−2.000) + tanh(0)");
    }

    @Test
    void writesNumbersOfAllSizes() {
        assertThat(List.of(0.0, -0.0004, 0.1234, 12.345, 123456.0).stream().map(FormulaValues::number))
                .containsExactly("0", "−4×10⁻⁴", "0.123", "12.3", "1.23×10⁵");
    }
}
