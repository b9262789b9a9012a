package unroll.cell.formula;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** 1 − inner, as gates have it. */
record OneMinus(Formula inner) implements Formula {
    @Override
    public double value(ToDoubleFunction<Variable> values) {
        return 1 - inner.value(values);
    }

    @Override
    public void derive(Formula upstream, BiConsumer<Variable, Formula> share) {
        inner.derive(new Negative(upstream), share);
    }

    @Override
    public List<FormulaToken> pieces(ToDoubleFunction<Variable> values) {
        return Formula.joined(List.of(), "1 − ", inner.asFactor(values));
    }

    @Override
    public List<FormulaToken> asFactor(ToDoubleFunction<Variable> values) {
        return Formula.enclosed("(", pieces(values), ")");
    }
}
