package unroll.reference;

import static unroll.reference.ReferenceMath.oneMinus;
import static unroll.reference.ReferenceMath.sigmoid;
import static unroll.reference.ReferenceMath.sigmoidSlope;
import static unroll.reference.ReferenceMath.tanh;
import static unroll.reference.ReferenceMath.tanhSlope;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import unroll.reference.Equations.Equation;

/** The GRU of docs/derivations/gru.md, with the reset gate after the recurrent product; lines are numbered as there. */
final class ReferenceGru implements ReferenceCell {
    private static final Variable ZCX = Variable.z("cx");
    private static final Variable ZR = Variable.z("r");
    private static final Variable ZU = Variable.z("u");
    private static final Variable ZCA = Variable.z("ca");
    private static final Variable GR = Variable.gate("r");
    private static final Variable GU = Variable.gate("u");
    private static final Variable C_TILDE = Variable.candidate();
    private static final Variable A_BEFORE = Variable.before("a");
    private static final Variable A = Variable.after("a");

    @Override
    public void forward(LayerTape t) {
        INDArray gr = t.set(GR, sigmoid(t.get(ZR))); // 1
        INDArray gu = t.set(GU, sigmoid(t.get(ZU))); // 2
        INDArray h = t.get(ZCX).add(gr.mul(t.get(ZCA))); // 3
        INDArray cTilde = t.set(C_TILDE, tanh(h)); // 4
        t.set(A, gu.mul(t.get(A_BEFORE)).add(oneMinus(gu).mul(cTilde))); // 5
    }

    @Override
    public void backward(LayerTape t) {
        INDArray gr = t.get(GR);
        INDArray gu = t.get(GU);
        INDArray cTilde = t.get(C_TILDE);
        INDArray da = t.gradient(A);

        INDArray dgu = t.setGradient(GU, da.mul(t.get(A_BEFORE).sub(cTilde))); // 5
        INDArray dcTilde = t.setGradient(C_TILDE, da.mul(oneMinus(gu)));
        t.setGradient(A_BEFORE, da.mul(gu));
        t.setGradient(ZU, dgu.mul(sigmoidSlope(gu))); // 2
        INDArray dh = t.setGradient(ZCX, dcTilde.mul(tanhSlope(cTilde))); // 4
        INDArray dgr = t.setGradient(GR, dh.mul(t.get(ZCA))); // 3
        t.setGradient(ZCA, dh.mul(gr));
        t.setGradient(ZR, dgr.mul(sigmoidSlope(gr))); // 1
    }

    @Override
    public Equations equations() {
        return new Equations(
                List.of("a"),
                List.of(
                        new Equation(GR, Formula.sigmoid(ZR)),
                        new Equation(GU, Formula.sigmoid(ZU)),
                        new Equation(C_TILDE, Formula.tanh(ZCX.plus(GR.times(ZCA)))),
                        new Equation(
                                A, GU.times(A_BEFORE).plus(Formula.oneMinus(GU).times(C_TILDE)))));
    }
}
