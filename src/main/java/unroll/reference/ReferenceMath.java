package unroll.reference;

import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The functions of docs/derivations over matrices of doubles, columns are examples. None changes its arguments. */
final class ReferenceMath {
    private ReferenceMath() {}

    /** σ(x) = 1 / (1 + e^−x). */
    static INDArray sigmoid(INDArray x) {
        return Transforms.sigmoid(x, true);
    }

    static INDArray tanh(INDArray x) {
        return Transforms.tanh(x, true);
    }

    /** max(x, 0). */
    static INDArray relu(INDArray x) {
        return Transforms.relu(x, true);
    }

    /** [x > 0]: 1 where it is, 0 where not. */
    static INDArray positive(INDArray x) {
        return x.gt(0).castTo(DataType.DOUBLE);
    }

    /** 1 − x. */
    static INDArray oneMinus(INDArray x) {
        return x.rsub(1);
    }

    /** σ' of what gave g = σ(x): g ∘ (1 − g). */
    static INDArray sigmoidSlope(INDArray g) {
        return g.mul(oneMinus(g));
    }

    /** tanh' of what gave h = tanh(x): 1 − h ∘ h. */
    static INDArray tanhSlope(INDArray h) {
        return oneMinus(h.mul(h));
    }

    /** ln softmax of every column: o − M − ln Σ e^(o − M), M the largest entry (docs/derivations/softmax.md). */
    static INDArray logSoftmax(INDArray logits) {
        INDArray shifted = logits.subRowVector(logits.max(true, 0));
        INDArray sum = Transforms.exp(shifted, true).sum(true, 0);
        return shifted.subiRowVector(Transforms.log(sum, true));
    }

    /** ŷ, every column adding up to 1. */
    static INDArray softmax(INDArray logits) {
        return Transforms.exp(logSoftmax(logits), false);
    }

    static INDArray zeros(int rows, int columns) {
        return matrix(new double[rows * columns], rows);
    }

    /** The rows {@code from} to {@code to} − 1, sharing memory. */
    static INDArray rows(INDArray matrix, int from, int to) {
        return matrix.get(NDArrayIndex.interval(from, to), NDArrayIndex.all());
    }

    /** One matrix above the other; a copy. */
    static INDArray stacked(List<INDArray> matrices) {
        return Nd4j.concat(0, matrices.toArray(INDArray[]::new));
    }

    /** @param values column after column */
    static INDArray matrix(double[] values, int rows) {
        return Nd4j.create(values, new long[] {rows, values.length / rows}, 'f');
    }

    /** The entries column after column; a copy. */
    static double[] values(INDArray matrix) {
        return matrix.dup('f').data().asDouble();
    }

    /**
     * A column for each symbol with 1 in its row, all 0 where there is none.
     *
     * @param none stands for no symbol
     * @throws IndexOutOfBoundsException where a symbol is none of them
     */
    static INDArray oneHot(int[] symbols, int vocabulary, int none) {
        double[] entries = new double[vocabulary * symbols.length];
        for (int b = 0; b < symbols.length; b++) {
            if (symbols[b] != none) {
                entries[b * vocabulary + Objects.checkIndex(symbols[b], vocabulary)] = 1;
            }
        }
        return matrix(entries, vocabulary);
    }
}
