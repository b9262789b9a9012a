package unroll.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import unroll.network.Parameters;
import unroll.network.Parameters.ParameterTensor;
import unroll.oracle.OracleLayer.Weights;

/**
 * Every tensor of a network under a name, or the gradient of each. A bias is a matrix of one column.
 *
 * <p>{@code layer0.Wax}, or of the second direction {@code layer0.reverse.Wax}, is [inputBlocks·n × below], {@code layer0.Waa} [recurrentBlocks·n × n], {@code layer0.ba}
 * [blocks·n × 1], {@code Wya} [V × directions·n], {@code by} [V × 1]; blocks lie one above the other.
 */
public record OracleWeights(Map<String, double[][]> tensors) {
    /** Normally distributed weights, biases too, so that no term of a formula is hidden by a zero. */
    public static OracleWeights random(OracleShape shape, Random random) {
        double scale = 1 / Math.sqrt(shape.hidden() + 1);
        Map<String, double[][]> tensors = new LinkedHashMap<>();
        shape.forEach((name, rows, columns) ->
                tensors.put(name, OracleMath.random(rows, columns, columns == 1 ? 0.5 : scale, random)));
        return new OracleWeights(tensors);
    }

    /** The engine's weights or gradient, entry by entry. */
    public static OracleWeights of(Parameters parameters) {
        Map<String, double[][]> tensors = new LinkedHashMap<>();
        for (ParameterTensor tensor : parameters.tensors()) {
            double[][] rows = new double[tensor.rows()][tensor.columns()];
            for (int i = 0; i < tensor.rows(); i++) {
                for (int j = 0; j < tensor.columns(); j++) {
                    rows[i][j] = parameters.values()[tensor.offset() + j * tensor.rows() + i];
                }
            }
            tensors.put(tensor.name(), rows);
        }
        return new OracleWeights(tensors);
    }

    static OracleWeights zeros(OracleShape shape) {
        Map<String, double[][]> tensors = new LinkedHashMap<>();
        shape.forEach((name, rows, columns) -> tensors.put(name, new double[rows][columns]));
        return new OracleWeights(tensors);
    }

    public double[][] get(String name) {
        double[][] tensor = tensors.get(name);
        if (tensor == null) {
            throw new AssertionError("No tensor " + name + " in " + tensors.keySet());
        }
        return tensor;
    }

    /** Of the layer whose tensors begin with {@code prefix}, shared and not copied. */
    Weights layer(String prefix) {
        return new Weights(get(prefix + "Wax"), get(prefix + "Waa"), get(prefix + "ba"));
    }
}
