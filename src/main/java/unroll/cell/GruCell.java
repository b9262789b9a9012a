package unroll.cell;

import java.util.List;
import unroll.matrix.Activations;

/**
 * The gated recurrent unit, in the variant with the reset gate after the recurrent product:
 *
 * <pre>
 * Γr = σ(zr)   Γu = σ(zu)   c̃ = tanh(Wcx·x&lt;t&gt; + bcx + Γr ∘ (Wca·a&lt;t-1&gt; + bca))
 * a&lt;t&gt; = Γu ∘ a&lt;t-1&gt; + (1 − Γu) ∘ c̃
 * </pre>
 *
 * <p>Source: K. Cho et al., "Learning phrase representations using RNN encoder–decoder" (2014), section 2.3, which
 * resets before the product, as Ng's course does; cuDNN, PyTorch and Keras reset after it, and so do we, because the
 * product then needs no gate first. Γu keeps the past, as in those; Ng's Γu is 1 minus ours.
 */
public final class GruCell implements Cell {
    /** The candidate's share from the input, Wcx·x + bcx; after the forward step c̃ itself. */
    private static final int CX = 0;

    private static final int R = 1;
    private static final int U = 2;
    /** The candidate's share from the state, Wca·a + bca. */
    private static final int CA = 3;

    @Override
    public String name() {
        return "gru";
    }

    @Override
    public String title() {
        return "GRU";
    }

    @Override
    public int blocks() {
        return 4;
    }

    @Override
    public List<String> inputBlocks() {
        return List.of("c", "r", "u");
    }

    @Override
    public List<String> recurrentBlocks() {
        return List.of("r", "u", "c");
    }

    /** PyTorch writes r, z, n for our r, u, c. */
    @Override
    public List<String> torchBlocks() {
        return List.of("r", "u", "c");
    }

    @Override
    public int stateBuffers() {
        return 1;
    }

    @Override
    public int cachedBuffers() {
        return 0;
    }

    @Override
    public int memorySign(int block) {
        return block == U ? 1 : 0;
    }

    @Override
    public void forward(Step step) {
        float[][] z = step.z();
        Activations.sigmoid(z[R], z[R]);
        Activations.sigmoid(z[U], z[U]);
        addReset(z[R], z[CA], z[CX]);
        Activations.tanh(z[CX], z[CX]);
        mix(z[U], step.before()[0], z[CX], step.after()[0]);
    }

    private static void addReset(float[] gr, float[] ca, float[] cx) {
        for (int i = 0; i < cx.length; i++) {
            cx[i] += gr[i] * ca[i];
        }
    }

    private static void mix(float[] gu, float[] aBefore, float[] cTilde, float[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = gu[i] * aBefore[i] + (1 - gu[i]) * cTilde[i];
        }
    }

    @Override
    public void backward(Step step, float[][] dState, float[][] dz) {
        float[][] gate = step.z();
        float[] da = dState[0];
        throughMix(gate[U], step.before()[0], gate[CX], da, dz[U]);
        throughCandidate(gate[U], gate[CX], da, dz[CX]);
        throughReset(gate[R], gate[CA], dz[CX], dz[R], dz[CA]);
        carry(gate[U], da);
    }

    private static void throughMix(float[] gu, float[] aBefore, float[] cTilde, float[] da, float[] dzu) {
        for (int i = 0; i < dzu.length; i++) {
            dzu[i] = da[i] * (aBefore[i] - cTilde[i]) * gu[i] * (1 - gu[i]);
        }
    }

    private static void throughCandidate(float[] gu, float[] cTilde, float[] da, float[] dzcx) {
        for (int i = 0; i < dzcx.length; i++) {
            dzcx[i] = da[i] * (1 - gu[i]) * (1 - cTilde[i] * cTilde[i]);
        }
    }

    private static void throughReset(float[] gr, float[] ca, float[] dzcx, float[] dzr, float[] dzca) {
        for (int i = 0; i < dzr.length; i++) {
            dzr[i] = dzcx[i] * ca[i] * gr[i] * (1 - gr[i]);
            dzca[i] = dzcx[i] * gr[i];
        }
    }

    private static void carry(float[] gu, float[] da) {
        for (int i = 0; i < da.length; i++) {
            da[i] *= gu[i];
        }
    }
}
