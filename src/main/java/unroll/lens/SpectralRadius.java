package unroll.lens;

import java.util.ArrayList;
import java.util.List;
import unroll.matrix.Matrix;
import unroll.network.Network;
import unroll.network.Parameters;
import unroll.network.Parameters.ParameterTensor;

/**
 * The largest absolute eigenvalue of every block of every Waa. Below 1, what is multiplied by the block again and again dies
 * away; above 1 it grows, unless the cell's non-linearity holds it.
 *
 * @param layer what the tensor's name begins with, such as {@code layer0} or {@code encoder.layer1}
 * @param block the gate or candidate it feeds, see {@link unroll.cell.Cell#recurrentBlocks()}
 * @param radius 0 or more; NaN where a weight is not a finite number
 */
public record SpectralRadius(String layer, String block, double radius) {
    /** Powers up to A^(2^14): what a norm has too much of, √n say, adds less than 0.1 % to its 16,384th root. */
    private static final int SQUARINGS = 14;

    private static final String TENSOR = ".Waa";

    /**
     * Of all layers, from the lowest up. Takes 14 products of n_a × n_a matrices for each block: milliseconds for 256 units,
     * most of a second for 1,024.
     */
    public static List<SpectralRadius> of(Network network) {
        List<SpectralRadius> radii = new ArrayList<>();
        Parameters parameters = network.parameters();
        List<String> blocks = network.spec().kind().recurrentBlocks();
        for (ParameterTensor tensor : parameters.tensors()) {
            if (tensor.name().endsWith(TENSOR)) {
                String layer = tensor.name().substring(0, tensor.name().length() - TENSOR.length());
                for (int block = 0; block < blocks.size(); block++) {
                    float[] square = block(parameters.values(), tensor, block);
                    radii.add(new SpectralRadius(layer, blocks.get(block), radius(square, tensor.columns())));
                }
            }
        }
        return radii;
    }

    /** Some n rows of a tensor of n columns, column after column. */
    private static float[] block(float[] values, ParameterTensor tensor, int block) {
        int n = tensor.columns();
        float[] square = new float[n * n];
        for (int column = 0; column < n; column++) {
            System.arraycopy(values, tensor.offset() + column * tensor.rows() + block * n, square, column * n, n);
        }
        return square;
    }

    /**
     * The limit of ‖A^m‖^(1/m) (I. Gelfand, 1941), which is the spectral radius whatever the eigenvalues, complex ones too. A is
     * squared again and again, and each time divided by its norm so that no power overflows; the logarithms of these norms
     * add up to that of the power.
     *
     * @param a [n × n], column after column
     */
    static double radius(float[] a, int n) {
        Matrix power = Matrix.zeros(n, n);
        Matrix square = Matrix.zeros(n, n);
        float[] entries = a.clone();
        double log = 0;
        for (int k = 0; ; k++) {
            double norm = GradientFlow.norm(entries);
            if (norm == 0 || !Double.isFinite(norm)) {
                return norm == 0 ? 0 : Double.NaN;
            }
            log += Math.log(norm) / (1 << k);
            if (k == SQUARINGS) {
                return Math.exp(log);
            }
            for (int i = 0; i < entries.length; i++) {
                entries[i] = (float) (entries[i] / norm);
            }
            power.write(entries);
            square.setProduct(power, power);
            square.read(entries);
        }
    }
}
