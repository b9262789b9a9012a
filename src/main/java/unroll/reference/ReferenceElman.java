package unroll.reference;

import java.util.List;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import unroll.reference.Equations.Equation;

/** The Elman cell of docs/derivations/elman.md: {@code a<t> = g(z)}, g = tanh or ReLU. */
enum ReferenceElman implements ReferenceCell {
    TANH(ReferenceMath::tanh, ReferenceMath::tanhSlope, Formula::tanh),
    RELU(ReferenceMath::relu, ReferenceMath::positive, Formula::relu);

    private static final Variable Z = Variable.z("a");
    private static final Variable A = Variable.after("a");

    private final UnaryOperator<INDArray> g;
    /** g'(z), written with a = g(z). */
    private final UnaryOperator<INDArray> slope;

    private final UnaryOperator<Formula> formula;

    ReferenceElman(UnaryOperator<INDArray> g, UnaryOperator<INDArray> slope, UnaryOperator<Formula> formula) {
        this.g = g;
        this.slope = slope;
        this.formula = formula;
    }

    @Override
    public void forward(LayerTape t) {
        t.set(A, g.apply(t.get(Z)));
    }

    @Override
    public void backward(LayerTape t) {
        t.setGradient(Z, t.gradient(A).mul(slope.apply(t.get(A))));
    }

    @Override
    public Equations equations() {
        return new Equations(List.of("a"), List.of(new Equation(A, formula.apply(Z))));
    }
}
