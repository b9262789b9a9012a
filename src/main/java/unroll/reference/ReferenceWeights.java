package unroll.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters.ParameterTensor;

/** A network's tensors as matrices of doubles, or their gradient. */
final class ReferenceWeights {
    private final List<ParameterTensor> tensors;
    private final Map<String, INDArray> matrices = new LinkedHashMap<>();

    /** @param values the flat vector, see {@link unroll.network.Parameters#values()}; copied */
    ReferenceWeights(NetworkSpec spec, double[] values) {
        tensors = Network.tensors(spec);
        for (ParameterTensor tensor : tensors) {
            double[] entries = Arrays.copyOfRange(values, tensor.offset(), tensor.offset() + tensor.size());
            matrices.put(tensor.name(), ReferenceMath.matrix(entries, tensor.rows()));
        }
    }

    static ReferenceWeights zeros(NetworkSpec spec) {
        return new ReferenceWeights(spec, new double[Math.toIntExact(spec.parameters())]);
    }

    /** The tensor itself, for example {@code Wya}. */
    INDArray get(String tensor) {
        INDArray matrix = matrices.get(tensor);
        if (matrix == null) {
            throw new IllegalArgumentException("There is no tensor named " + tensor + ".");
        }
        return matrix;
    }

    /** The flat vector; a copy. */
    double[] values() {
        ParameterTensor last = tensors.get(tensors.size() - 1);
        double[] values = new double[last.offset() + last.size()];
        for (ParameterTensor tensor : tensors) {
            double[] entries = ReferenceMath.values(get(tensor.name()));
            System.arraycopy(entries, 0, values, tensor.offset(), entries.length);
        }
        return values;
    }
}
