package unroll.cell.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** The right-hand side of an equation for one unit: it can be worked out, differentiated and shown with its numbers. Immutable. */
public sealed interface Formula permits Variable, Sum, Product, OneMinus, Negative, Applied {
    /** Its number, where the symbols have these. */
    double value(ToDoubleFunction<Variable> values);

    /**
     * The chain rule, one link back: hands every symbol in it its share of the gradient, upstream · ∂ this / ∂ symbol. A symbol
     * that occurs twice gets two shares, to be added.
     *
     * @param upstream ∂L/∂ of this
     */
    void derive(Formula upstream, BiConsumer<Variable, Formula> share);

    /** As it stands in a line, each symbol with its number. */
    List<FormulaToken> pieces(ToDoubleFunction<Variable> values);

    /** As a factor: in brackets where it needs them. */
    default List<FormulaToken> asFactor(ToDoubleFunction<Variable> values) {
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
    static List<FormulaToken> enclosed(String open, List<FormulaToken> pieces, String close) {
        List<FormulaToken> all = new ArrayList<>();
        all.add(new FormulaToken(open));
        all.addAll(pieces);
        all.add(new FormulaToken(close));
        return all;
    }

    /** Pieces, a sign, and more pieces. */
    static List<FormulaToken> joined(List<FormulaToken> left, String sign, List<FormulaToken> right) {
        List<FormulaToken> all = new ArrayList<>(left);
        all.add(new FormulaToken(sign));
        all.addAll(right);
        return all;
    }
}
