package unroll.cell.formula;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** left + right. */
record Sum(Formula left, Formula right) implements Formula {
    @Override
    public double value(ToDoubleFunction<Variable> values) {
        return left.value(values) + right.value(values);
    }

    @Override
    public void derive(Formula upstream, BiConsumer<Variable, Formula> share) {
        left.derive(upstream, share);
        right.derive(upstream, share);
    }

    @Override
    public List<FormulaToken> pieces(ToDoubleFunction<Variable> values) {
        return right instanceof Negative negative
                ? Formula.joined(left.pieces(values), " − ", negative.inner().asFactor(values))
                : Formula.joined(left.pieces(values), " + ", right.pieces(values));
    }

    @Override
    public List<FormulaToken> asFactor(ToDoubleFunction<Variable> values) {
        return Formula.enclosed("(", pieces(values), ")");
    }
}
