package unroll.cell.formula;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** −inner. */
record Negative(Formula inner) implements Formula {
    @Override
    public double value(ToDoubleFunction<Variable> values) {
        return -inner.value(values);
    }

    @Override
    public void derive(Formula upstream, BiConsumer<Variable, Formula> share) {
        inner.derive(new Negative(upstream), share);
    }

    /** The sign goes to the front of the whole product, where a sum can make a minus of it. */
    @Override
    public Formula times(Formula other) {
        return new Negative(inner.times(other));
    }

    @Override
    public List<FormulaToken> pieces(ToDoubleFunction<Variable> values) {
        return Formula.joined(List.of(), "−", inner.asFactor(values));
    }
}
