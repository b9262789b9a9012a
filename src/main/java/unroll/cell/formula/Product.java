package unroll.cell.formula;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** left · right. */
record Product(Formula left, Formula right) implements Formula {
    @Override
    public double value(ToDoubleFunction<Variable> values) {
        return left.value(values) * right.value(values);
    }

    @Override
    public void derive(Formula upstream, BiConsumer<Variable, Formula> share) {
        left.derive(upstream.times(right), share);
        right.derive(upstream.times(left), share);
    }

    @Override
    public List<FormulaToken> pieces(ToDoubleFunction<Variable> values) {
        return Formula.joined(left.asFactor(values), " · ", right.asFactor(values));
    }
}
