package unroll.reference;

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
public record Variable(String base, String index, String time) implements Formula {
    /** Γ of a gate. */
    public static Variable gate(String index) {
        return new Variable("Γ", index, "");
    }

    /** c̃, the candidate. */
    public static Variable candidate() {
        return new Variable("c\u0303", "", "");
    }

    /** The pre-activation of a block, see {@link unroll.cell.Cell#blockName}. */
    public static Variable z(String block) {
        return new Variable("z", block, "");
    }

    /** A part of the state before the step, for example {@code a<t-1>}. */
    public static Variable before(String state) {
        return new Variable(state, "", "t-1");
    }

    /** A part of the state after the step, for example {@code a<t>}. */
    public static Variable after(String state) {
        return new Variable(state, "", "t");
    }

    /** ∂L/∂ of this. */
    public Variable gradient() {
        return new Variable("∂L/∂" + base, index, time);
    }

    /** The part of ∂L/∂a<t> that comes from what reads it at the same step: the output or the layer above. */
    public static Variable fromAbove() {
        return new Variable("from above", "", "");
    }

    /** The part of ∂L/∂ of a part of the state that comes from what reads it at the next step. */
    public static Variable fromNext(String state) {
        return new Variable("from " + state, "", "t+1");
    }

    /** In a line of plain text, for example {@code Γf} or {@code c<t-1>}. */
    public String text() {
        return base + index + (time.isEmpty() ? "" : "<" + time + ">");
    }

    @Override
    public void derive(Formula upstream, BiConsumer<Variable, Formula> share) {
        share.accept(this, upstream);
    }

    @Override
    public List<Token> tokens(ToDoubleFunction<Variable> values) {
        return List.of(new Token(text(), values.applyAsDouble(this)));
    }
}
