package unroll.reference;

import static unroll.reference.ReferenceMath.sigmoid;
import static unroll.reference.ReferenceMath.sigmoidSlope;
import static unroll.reference.ReferenceMath.tanh;
import static unroll.reference.ReferenceMath.tanhSlope;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import unroll.reference.Equations.Equation;

/** The LSTM of docs/derivations/lstm.md; lines are numbered as there. */
final class ReferenceLstm implements ReferenceCell {
    private static final Variable ZU = Variable.z("u");
    private static final Variable ZF = Variable.z("f");
    private static final Variable ZC = Variable.z("c");
    private static final Variable ZO = Variable.z("o");
    private static final Variable GU = Variable.gate("u");
    private static final Variable GF = Variable.gate("f");
    private static final Variable GO = Variable.gate("o");
    private static final Variable C_TILDE = Variable.candidate();
    private static final Variable C_BEFORE = Variable.before("c");
    private static final Variable C = Variable.after("c");
    private static final Variable A = Variable.after("a");

    @Override
    public void forward(LayerTape t) {
        INDArray gu = t.set(GU, sigmoid(t.get(ZU))); // 1
        INDArray gf = t.set(GF, sigmoid(t.get(ZF))); // 2
        INDArray cTilde = t.set(C_TILDE, tanh(t.get(ZC))); // 3
        INDArray go = t.set(GO, sigmoid(t.get(ZO))); // 4
        INDArray c = t.set(C, gf.mul(t.get(C_BEFORE)).add(gu.mul(cTilde))); // 5
        t.set(A, go.mul(tanh(c))); // 6, 7
    }

    @Override
    public void backward(LayerTape t) {
        INDArray gu = t.get(GU);
        INDArray gf = t.get(GF);
        INDArray go = t.get(GO);
        INDArray cTilde = t.get(C_TILDE);
        INDArray tanhC = tanh(t.get(C));
        INDArray da = t.gradient(A);

        INDArray dgo = t.setGradient(GO, da.mul(tanhC)); // 7
        INDArray dc =
                t.setGradient(C, t.get(Variable.fromNext("c")).add(da.mul(go).mul(tanhSlope(tanhC)))); // 7, 6
        INDArray dgf = t.setGradient(GF, dc.mul(t.get(C_BEFORE))); // 5
        INDArray dgu = t.setGradient(GU, dc.mul(cTilde));
        INDArray dcTilde = t.setGradient(C_TILDE, dc.mul(gu));
        t.setGradient(C_BEFORE, dc.mul(gf));
        t.setGradient(ZO, dgo.mul(sigmoidSlope(go))); // 4
        t.setGradient(ZC, dcTilde.mul(tanhSlope(cTilde))); // 3
        t.setGradient(ZF, dgf.mul(sigmoidSlope(gf))); // 2
        t.setGradient(ZU, dgu.mul(sigmoidSlope(gu))); // 1
    }

    @Override
    public Equations equations() {
        return new Equations(
                List.of("a", "c"),
                List.of(
                        new Equation(GU, Formula.sigmoid(ZU)),
                        new Equation(GF, Formula.sigmoid(ZF)),
                        new Equation(C_TILDE, Formula.tanh(ZC)),
                        new Equation(GO, Formula.sigmoid(ZO)),
                        new Equation(C, GF.times(C_BEFORE).plus(GU.times(C_TILDE))),
                        new Equation(A, GO.times(Formula.tanh(C)))));
    }
}
