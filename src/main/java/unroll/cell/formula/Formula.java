package unroll.cell.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** The right-hand side of an equation for one unit: it can be worked out, differentiated and shown with its numbers. Immutable. */
public sealed interface Formula permits Symbol, Sum, Product, OneMinus, Negative, Applied {
    /** Its number, where the symbols have these. */
    double value(ToDoubleFunction<Symbol> values);

    /**
     * The chain rule, one link back: hands every symbol in it its share of the gradient, upstream · ∂ this / ∂ symbol. A symbol
     * that occurs twice gets two shares, to be added.
     *
     * @param upstream ∂L/∂ of this
     */
    void derive(Formula upstream, BiConsumer<Symbol, Formula> share);

    /** As it stands in a line, each symbol with its number. */
    List<Piece> pieces(ToDoubleFunction<Symbol> values);

    /** As a factor: in brackets where it needs them. */
    default List<Piece> asFactor(ToDoubleFunction<Symbol> values) {
        return pieces(values);
    }

    default Formula plus(Formula other) {
        return new Sum(this, other);
    }

    default Formula times(Formula other) {
        return new Product(this, other);
    }

    static Formula oneMinus(Formula inner) {
        return new OneMinus(inner);
    }

    static Formula sigmoid(Formula inner) {
        return new Applied(Function.SIGMOID, inner);
    }

    static Formula tanh(Formula inner) {
        return new Applied(Function.TANH, inner);
    }

    static Formula relu(Formula inner) {
        return new Applied(Function.RELU, inner);
    }

    /** Pieces between two signs. */
    static List<Piece> enclosed(String open, List<Piece> pieces, String close) {
        List<Piece> all = new ArrayList<>();
        all.add(new Piece(open));
        all.addAll(pieces);
        all.add(new Piece(close));
        return all;
    }

    /** Pieces, a sign, and more pieces. */
    static List<Piece> joined(List<Piece> left, String sign, List<Piece> right) {
        List<Piece> all = new ArrayList<>(left);
        all.add(new Piece(sign));
        all.addAll(right);
        return all;
    }
}
