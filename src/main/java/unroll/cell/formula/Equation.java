package unroll.cell.formula;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/**
 * symbol = formula, for one unit.
 *
 * @param symbol what it gives
 */
public record Equation(Variable symbol, Formula formula) {
    /** Hands every symbol on the right its share of the gradient, see {@link Formula#derive}. */
    void derive(BiConsumer<Variable, Formula> share) {
        Variable upstream = symbol.gradient();
        if (formula instanceof Applied applied) {
            applied.derive(upstream, symbol, share);
        } else {
            formula.derive(upstream, share);
        }
    }

    /** As it stands in a line, each symbol with its number. */
    public List<FormulaToken> pieces(ToDoubleFunction<Variable> values) {
        return Formula.joined(symbol.pieces(values), " = ", formula.pieces(values));
    }
}
