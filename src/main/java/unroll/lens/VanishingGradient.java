package unroll.lens;

import java.util.Arrays;
import unroll.network.Initialization;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.task.Batch;
import unroll.task.RandomStreams;

/**
 * How much of the gradient of the last letter's loss comes back to each letter of a string, in an Elman network and in an LSTM: one
 * layer of 64 units each, as they begin, from the same seed, and asked for the first letter. No training is needed: what
 * fades here is what such a network cannot learn.
 *
 * <p>Both are drawn by {@link Initialization#CHRONO} for strings of {@value #MAX_LENGTH} letters, which lets an LSTM's gates keep what
 * they hold for about as long, and which for an Elman network is the standard.
 *
 * @param text the string
 * @param elman ‖∂L/∂a&lt;t&gt;‖ at each letter over that at the last one; 1 at the end
 * @param lstm the same
 */
public record VanishingGradient(String text, double[] elman, double[] lstm) {
    public static final int MAX_LENGTH = 60;
    private static final String LETTERS = "thequickbrownfoxjumpsoverthelazydogandrunsallthewaybackhomeagain";
    private static final int HIDDEN = 64;
    private static final long SEED = 1;

    /** @param length letters, 2 to {@value #MAX_LENGTH} */
    public static VanishingGradient of(int length) {
        String text = LETTERS.substring(0, length);
        return new VanishingGradient(text, shares("elman", text), shares("lstm", text));
    }

    private static double[] shares(String cell, String text) {
        NetworkSpec spec = new NetworkSpec(cell, 'z' - 'a' + 1, HIDDEN, 1, 0).with(Initialization.CHRONO);
        Network network = new Network(spec, MAX_LENGTH, RandomStreams.initialization(SEED));
        int[] inputs = text.chars().map(letter -> letter - 'a').toArray();
        int[] targets = new int[inputs.length];
        Arrays.fill(targets, Batch.NO_TARGET);
        targets[targets.length - 1] = inputs[0];
        GradientFlow flow =
                GradientFlow.of(network, new int[0], new InputSequence(inputs, targets, State.zero(spec, 1)));
        double[] shares = new double[inputs.length];
        Arrays.setAll(shares, t -> flow.norm(0, t) / flow.norm(0, inputs.length - 1));
        return shares;
    }
}
