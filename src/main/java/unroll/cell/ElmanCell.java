package unroll.cell;

import java.util.Arrays;
import java.util.List;
import unroll.matrix.Activations;

/**
 * The simple recurrent cell: {@code a<t> = g(Waa·a<t-1> + Wax·x<t> + ba)} with g = tanh or ReLU.
 *
 * <p>Source: J. L. Elman, "Finding structure in time", Cognitive Science 14 (1990), section 2.
 */
public final class ElmanCell implements Cell {
    public static final Cell TANH = new ElmanCell(Activation.TANH);
    public static final Cell RELU = new ElmanCell(Activation.RELU);

    private enum Activation {
        TANH {
            @Override
            void forward(float[] z, float[] a) {
                Activations.tanh(z, a);
            }

            @Override
            void backward(float[] a, float[] da, float[] dz) {
                for (int i = 0; i < dz.length; i++) {
                    dz[i] = da[i] * (1 - a[i] * a[i]);
                }
            }
        },
        RELU {
            @Override
            void forward(float[] z, float[] a) {
                for (int i = 0; i < a.length; i++) {
                    a[i] = Math.max(z[i], 0);
                }
            }

            @Override
            void backward(float[] a, float[] da, float[] dz) {
                for (int i = 0; i < dz.length; i++) {
                    dz[i] = a[i] > 0 ? da[i] : 0;
                }
            }
        };

        abstract void forward(float[] z, float[] a);

        abstract void backward(float[] a, float[] da, float[] dz);
    }

    private final Activation g;

    private ElmanCell(Activation g) {
        this.g = g;
    }

    @Override
    public String name() {
        return g == Activation.TANH ? "elman" : "elman-relu";
    }

    @Override
    public String title() {
        return g == Activation.TANH ? "Elman (tanh)" : "Elman (ReLU)";
    }

    @Override
    public int blocks() {
        return 1;
    }

    @Override
    public List<String> inputBlocks() {
        return List.of("a");
    }

    @Override
    public List<String> recurrentBlocks() {
        return List.of("a");
    }

    @Override
    public List<String> torchBlocks() {
        return List.of("a");
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
    public void forward(Step step) {
        g.forward(step.z()[0], step.after()[0]);
    }

    @Override
    public void backward(Step step, float[][] dState, float[][] dz) {
        g.backward(step.after()[0], dState[0], dz[0]);
        Arrays.fill(dState[0], 0);
    }
}
