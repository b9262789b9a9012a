package unroll.cell.formula;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** left · right. */
record Product(Formula left, Formula right) implements Formula {
    @Override
    public double value(ToDoubleFunction<Symbol> values) {
        return left.value(values) * right.value(values);
    }

    @Override
    public void derive(Formula upstream, BiConsumer<Symbol, Formula> share) {
        left.derive(upstream.times(right), share);
        right.derive(upstream.times(left), share);
    }

    @Override
    public List<Piece> pieces(ToDoubleFunction<Symbol> values) {
        return Formula.joined(left.asFactor(values), " · ", right.asFactor(values));
    }
}
