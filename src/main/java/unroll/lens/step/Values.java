package unroll.lens.step;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import unroll.cell.formula.Equation;
import unroll.cell.formula.Variable;

/** What the symbols of a layer stand for: one number a hidden unit each, in the order in which they were worked out. */
public final class Values {
    private final int units;
    private final Map<Variable, double[]> numbers = new LinkedHashMap<>();

    Values(int units) {
        this.units = units;
    }

    /** The same to begin with; what is added there is not added here. */
    Values copy() {
        Values copy = new Values(units);
        copy.numbers.putAll(numbers);
        return copy;
    }

    void put(Variable symbol, double[] perUnit) {
        numbers.put(symbol, perUnit);
    }

    /** Works equations out for every unit, one after the other. */
    void workOut(List<Equation> equations) {
        for (Equation equation : equations) {
            double[] result = new double[units];
            Arrays.setAll(result, unit -> equation.formula().value(ofUnit(unit)));
            put(equation.symbol(), result);
        }
    }

    /** All symbols, in the order in which they were worked out. */
    public List<Variable> symbols() {
        return List.copyOf(numbers.keySet());
    }

    /** Whether this symbol stands for something. */
    public boolean has(Variable symbol) {
        return numbers.containsKey(symbol);
    }

    /**
     * The vector of a symbol, one number a unit; a copy.
     *
     * @throws IllegalArgumentException where it stands for nothing
     */
    public double[] of(Variable symbol) {
        return vector(symbol).clone();
    }

    /** The numbers of one unit. */
    public ToDoubleFunction<Variable> ofUnit(int unit) {
        return symbol -> vector(symbol)[unit];
    }

    private double[] vector(Variable symbol) {
        double[] vector = numbers.get(symbol);
        if (vector == null) {
            throw new IllegalArgumentException("Nothing is known of %s.".formatted(symbol.text()));
        }
        return vector;
    }
}
