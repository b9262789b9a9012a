package unroll.cell.formula;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/**
 * A quantity of one unit, by the name it has in docs/notation.md.
 *
 * @param base for example {@code Γ}
 * @param index below it, for example {@code f}; may be empty
 * @param time above it in angle brackets, for example {@code t-1}; empty where the formula leaves it out
 */
public record Symbol(String base, String index, String time) implements Formula {
    /** Γ of a gate. */
    public static Symbol gate(String index) {
        return new Symbol("Γ", index, "");
    }

    /** c̃, the candidate. */
    public static Symbol candidate() {
        return new Symbol("c\u0303", "", "");
    }

    /** The pre-activation of a block, see {@link unroll.cell.Cell#blockName}. */
    public static Symbol z(String block) {
        return new Symbol("z", block, "");
    }

    /** A part of the state before the step, for example {@code a<t-1>}. */
    public static Symbol before(String state) {
        return new Symbol(state, "", "t-1");
    }

    /** A part of the state after the step, for example {@code a<t>}. */
    public static Symbol after(String state) {
        return new Symbol(state, "", "t");
    }

    /** ∂L/∂ of this. */
    public Symbol gradient() {
        return new Symbol("∂L/∂" + base, index, time);
    }

    /** The part of ∂L/∂a<t> that comes from what reads it at the same step: the output or the layer above. */
    public static Symbol fromAbove() {
        return new Symbol("from above", "", "");
    }

    /** The part of ∂L/∂ of a part of the state that comes from what reads it at the next step. */
    public static Symbol fromNext(String state) {
        return new Symbol("from " + state, "", "t+1");
    }

    /** In a line of plain text, for example {@code Γf} or {@code c<t-1>}. */
    public String text() {
        return base + index + (time.isEmpty() ? "" : "<" + time + ">");
    }

    @Override
    public double value(ToDoubleFunction<Symbol> values) {
        return values.applyAsDouble(this);
    }

    @Override
    public void derive(Formula upstream, BiConsumer<Symbol, Formula> share) {
        share.accept(this, upstream);
    }

    @Override
    public List<Piece> pieces(ToDoubleFunction<Symbol> values) {
        return List.of(new Piece(text(), value(values)));
    }
}
