package unroll.cell.formula;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** left + right. */
record Sum(Formula left, Formula right) implements Formula {
    @Override
    public double value(ToDoubleFunction<Symbol> values) {
        return left.value(values) + right.value(values);
    }

    @Override
    public void derive(Formula upstream, BiConsumer<Symbol, Formula> share) {
        left.derive(upstream, share);
        right.derive(upstream, share);
    }

    @Override
    public List<Piece> pieces(ToDoubleFunction<Symbol> values) {
        return right instanceof Negative negative
                ? Formula.joined(left.pieces(values), " − ", negative.inner().asFactor(values))
                : Formula.joined(left.pieces(values), " + ", right.pieces(values));
    }

    @Override
    public List<Piece> asFactor(ToDoubleFunction<Symbol> values) {
        return Formula.enclosed("(", pieces(values), ")");
    }
}
