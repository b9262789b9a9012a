package unroll.cell.formula;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** A function of a formula. */
record Applied(Function function, Formula inner) implements Formula {
    @Override
    public double value(ToDoubleFunction<Variable> values) {
        return function.of(inner.value(values));
    }

    @Override
    public void derive(Formula upstream, BiConsumer<Variable, Formula> share) {
        derive(upstream, this, share);
    }

    /** @param result a shorter way to write this, such as the symbol it is given to */
    void derive(Formula upstream, Formula result, BiConsumer<Variable, Formula> share) {
        inner.derive(upstream.times(function.slope(result)), share);
    }

    @Override
    public List<FormulaToken> pieces(ToDoubleFunction<Variable> values) {
        return Formula.enclosed(function.open, inner.pieces(values), function.close);
    }
}
