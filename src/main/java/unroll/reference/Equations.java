package unroll.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import unroll.reference.Formula.Token;

/**
 * What a cell computes for one unit, in the notation of docs/notation.md: from the pre-activations z and the state before to the
 * state after.
 *
 * @param state names of the parts of the state, {@code a} first
 * @param forward in the order in which they can be worked out; the last ones give the state after
 */
public record Equations(List<String> state, List<Equation> forward) {
    /**
     * symbol = formula, for one unit.
     *
     * @param symbol what it gives
     */
    public record Equation(Variable symbol, Formula formula) {
        /** Hands every symbol on the right its share of the gradient, see {@link Formula#derive}. */
        void derive(BiConsumer<Variable, Formula> share) {
            Variable upstream = symbol.gradient();
            if (formula instanceof Formula.Applied applied) {
                applied.derive(upstream, symbol, share);
            } else {
                formula.derive(upstream, share);
            }
        }

        /** As it stands in a line, each symbol with its number. */
        public List<Token> tokens(ToDoubleFunction<Variable> values) {
            return Formula.joined(symbol.tokens(values), " = ", formula.tokens(values));
        }
    }

    public Equations {
        state = List.copyOf(state);
        forward = List.copyOf(forward);
    }

    /**
     * The backward pass by the chain rule, from the end: ∂L/∂ of everything on the left of an equation, then of what only stands on the
     * right, the pre-activations and the state before. Of the latter as far as the gradient does not flow through the recurrent
     * product, which is not the cell's.
     *
     * <p>Given are {@link Variable#fromAbove}, and {@link Variable#fromNext} of each part of the state.
     */
    public List<Equation> backward() {
        Map<Variable, Formula> gradients = new LinkedHashMap<>();
        for (String name : state) {
            gradients.put(Variable.after(name), Variable.fromNext(name));
        }
        gradients.merge(Variable.after(state.get(0)), Variable.fromAbove(), (next, above) -> above.plus(next));
        List<Equation> backward = new ArrayList<>();
        for (int i = forward.size() - 1; i >= 0; i--) {
            Equation equation = forward.get(i);
            Formula gradient = gradients.remove(equation.symbol());
            if (gradient == null) {
                throw new IllegalArgumentException("%s is worked out, but nothing uses it."
                        .formatted(equation.symbol().text()));
            }
            backward.add(new Equation(equation.symbol().gradient(), gradient));
            equation.derive((symbol, share) -> gradients.merge(symbol, share, Formula::plus));
        }
        gradients.forEach((symbol, gradient) -> backward.add(new Equation(symbol.gradient(), gradient)));
        return backward;
    }
}
