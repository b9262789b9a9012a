package unroll.reference;

import static unroll.reference.ReferenceMath.positive;
import static unroll.reference.ReferenceMath.relu;
import static unroll.reference.ReferenceMath.tanh;
import static unroll.reference.ReferenceMath.tanhSlope;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import unroll.reference.Equations.Equation;

/** The Elman cell of docs/derivations/elman.md: {@code a<t> = g(z)}, g = tanh or ReLU. */
enum ReferenceElman implements ReferenceCell {
    TANH {
        @Override
        INDArray g(INDArray z) {
            return tanh(z);
        }

        @Override
        INDArray slope(INDArray a) {
            return tanhSlope(a);
        }

        @Override
        Formula formula() {
            return Formula.tanh(Z);
        }
    },
    RELU {
        @Override
        INDArray g(INDArray z) {
            return relu(z);
        }

        @Override
        INDArray slope(INDArray a) {
            return positive(a);
        }

        @Override
        Formula formula() {
            return Formula.relu(Z);
        }
    };

    private static final Variable Z = Variable.z("a");
    private static final Variable A = Variable.after("a");

    abstract INDArray g(INDArray z);

    /** g'(z), written with a = g(z). */
    abstract INDArray slope(INDArray a);

    abstract Formula formula();

    @Override
    public void forward(LayerTape t) {
        t.set(A, g(t.get(Z)));
    }

    @Override
    public void backward(LayerTape t) {
        t.setGradient(Z, t.gradient(A).mul(slope(t.get(A))));
    }

    @Override
    public Equations equations() {
        return new Equations(List.of("a"), List.of(new Equation(A, formula())));
    }
}
