package unroll.lens.step;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import unroll.cell.formula.Equation;
import unroll.cell.formula.Symbol;

/** What the symbols of a layer stand for: one number a hidden unit each, in the order in which they were worked out. */
public final class Values {
    private final int units;
    private final Map<Symbol, double[]> numbers = new LinkedHashMap<>();

    Values(int units) {
        this.units = units;
    }

    /** The same to begin with; what is added there is not added here. */
    Values copy() {
        Values copy = new Values(units);
        copy.numbers.putAll(numbers);
        return copy;
    }

    void put(Symbol symbol, double[] perUnit) {
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
    public List<Symbol> symbols() {
        return List.copyOf(numbers.keySet());
    }

    /** Whether this symbol stands for something. */
    public boolean has(Symbol symbol) {
        return numbers.containsKey(symbol);
    }

    /**
     * The vector of a symbol, one number a unit; a copy.
     *
     * @throws IllegalArgumentException where it stands for nothing
     */
    public double[] of(Symbol symbol) {
        return vector(symbol).clone();
    }

    /** The numbers of one unit. */
    public ToDoubleFunction<Symbol> ofUnit(int unit) {
        return symbol -> vector(symbol)[unit];
    }

    private double[] vector(Symbol symbol) {
        double[] vector = numbers.get(symbol);
        if (vector == null) {
            throw new IllegalArgumentException("Nothing is known of %s.".formatted(symbol.text()));
        }
        return vector;
    }
}
