package unroll.cell;

import java.util.List;
import unroll.matrix.Activations;

/**
 * Long short-term memory with a forget gate, without peepholes:
 *
 * <pre>
 * Γu = σ(zu)   Γf = σ(zf)   c̃ = tanh(zc)   Γo = σ(zo)
 * c&lt;t&gt; = Γf ∘ c&lt;t-1&gt; + Γu ∘ c̃
 * a&lt;t&gt; = Γo ∘ tanh(c&lt;t&gt;)
 * </pre>
 *
 * <p>Source: F. Gers, J. Schmidhuber, F. Cummins, "Learning to forget", Neural Computation 12 (2000), section 3. The
 * forget gate starts with bias 1 (R. Jozefowicz et al., 2015, section 4), so that a new network remembers.
 */
public final class LstmCell implements Cell {
    private static final int U = 0;
    private static final int F = 1;
    private static final int C = 2;
    private static final int O = 3;

    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public String title() {
        return "LSTM";
    }

    @Override
    public int blocks() {
        return 4;
    }

    @Override
    public List<String> inputBlocks() {
        return List.of("u", "f", "c", "o");
    }

    @Override
    public List<String> recurrentBlocks() {
        return inputBlocks();
    }

    /** PyTorch writes i, f, g, o for our u, f, c, o. */
    @Override
    public List<String> torchBlocks() {
        return inputBlocks();
    }

    @Override
    public int stateBuffers() {
        return 2;
    }

    @Override
    public int cachedBuffers() {
        return 1;
    }

    @Override
    public float initialBias(int block) {
        return block == F ? 1 : 0;
    }

    @Override
    public int memorySign(int block) {
        return block == F ? 1 : block == U ? -1 : 0;
    }

    @Override
    public void forward(Step step) {
        float[][] z = step.z();
        Activations.sigmoid(z[U], z[U]);
        Activations.sigmoid(z[F], z[F]);
        Activations.tanh(z[C], z[C]);
        Activations.sigmoid(z[O], z[O]);
        float[] c = step.after()[1];
        remember(z[F], step.before()[1], z[U], z[C], c);
        float[] tanhC = step.kept()[0];
        Activations.tanh(c, tanhC);
        expose(z[O], tanhC, step.after()[0]);
    }

    private static void remember(float[] gf, float[] cBefore, float[] gu, float[] cTilde, float[] c) {
        for (int i = 0; i < c.length; i++) {
            c[i] = gf[i] * cBefore[i] + gu[i] * cTilde[i];
        }
    }

    private static void expose(float[] go, float[] tanhC, float[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = go[i] * tanhC[i];
        }
    }

    @Override
    public void backward(Step step, float[][] dState, float[][] dz) {
        float[][] gate = step.z();
        float[] dc = dState[1];
        throughOutput(gate[O], step.kept()[0], dState[0], dc, dz[O]);
        throughForget(gate[F], step.before()[1], dc, dz[F]);
        throughUpdate(gate[U], gate[C], dc, dz[U], dz[C]);
        carry(gate[F], dState[0], dc);
    }

    private static void throughOutput(float[] go, float[] tanhC, float[] da, float[] dc, float[] dzo) {
        for (int i = 0; i < dzo.length; i++) {
            dc[i] += da[i] * go[i] * (1 - tanhC[i] * tanhC[i]);
            dzo[i] = da[i] * tanhC[i] * go[i] * (1 - go[i]);
        }
    }

    private static void throughForget(float[] gf, float[] cBefore, float[] dc, float[] dzf) {
        for (int i = 0; i < dzf.length; i++) {
            dzf[i] = dc[i] * cBefore[i] * gf[i] * (1 - gf[i]);
        }
    }

    private static void throughUpdate(float[] gu, float[] cTilde, float[] dc, float[] dzu, float[] dzc) {
        for (int i = 0; i < dzu.length; i++) {
            dzu[i] = dc[i] * cTilde[i] * gu[i] * (1 - gu[i]);
            dzc[i] = dc[i] * gu[i] * (1 - cTilde[i] * cTilde[i]);
        }
    }

    private static void carry(float[] gf, float[] da, float[] dc) {
        for (int i = 0; i < dc.length; i++) {
            dc[i] *= gf[i];
            da[i] = 0;
        }
    }
}
