package unroll.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.matrix.WorkerGroup;
import unroll.message.ProblemException;
import unroll.network.Argmax;
import unroll.network.Capacity;
import unroll.network.Network;
import unroll.network.Softmax;
import unroll.network.State;
import unroll.network.Stepper;
import unroll.network.Unroll;
import unroll.task.AlphabetEntry;
import unroll.task.Example;
import unroll.task.Layout;
import unroll.task.RandomStreams;

/**
 * Answers an input as the type of its network does: with one symbol after the last, with one at every step, or by writing
 * until the mark. Not for use by two threads at once.
 */
public final class Answerer {
    /** Symbols after which an answer is cut off that has not ended by itself. */
    public static final int MAX_LENGTH = 1_000;

    private final Network network;
    private final Layout layout;

    /** @param network for this layout; read, never changed; must not be trained meanwhile */
    public Answerer(Network network, Layout layout) {
        this.network = network;
        this.layout = layout;
    }

    /**
     * What a network said.
     *
     * @param text of the symbols, up to the mark
     * @param symbols indices of the output alphabet, one a place; the mark that ended a written answer is the last
     * @param probabilities ŷ at each place, over the output alphabet
     */
    public record Reply(String text, int[] symbols, List<float[]> probabilities) {}

    /**
     * The likeliest answer; of a written one, at each place the likeliest symbol.
     *
     * @throws ProblemException where the input is empty or has symbols the network does not know
     */
    public Reply answer(String input) {
        return answer(input, new Sampler(SamplingSettings.GREEDY, outputs()), MAX_LENGTH, 0);
    }

    /**
     * An answer that is drawn, where it is written; otherwise the likeliest.
     *
     * @param longest symbols at most, at least 1
     * @param seed of the draws
     * @throws ProblemException as {@link #answer(String)}
     */
    public Reply draw(String input, SamplingSettings settings, int longest, long seed) {
        return answer(input, new Sampler(settings, outputs()), longest, seed);
    }

    private Reply answer(String input, Sampler sampler, int longest, long seed) {
        Example prompt = layout.prompt(input);
        return switch (layout.type().answer()) {
            case AT_THE_END -> {
                List<float[]> steps = steps(prompt);
                yield reply(steps.subList(steps.size() - 1, steps.size()));
            }
            case AT_EVERY_STEP -> reply(steps(prompt));
            case WRITTEN -> written(prompt, sampler, longest, RandomStreams.draws(seed));
        };
    }

    /** The logits of every step. */
    private List<float[]> steps(Example prompt) {
        int steps = prompt.inputs().length;
        Unroll unroll = new Unroll(network, new Capacity(steps, 1), WorkerGroup.ofOne());
        unroll.forward(new int[0], prompt.inputs(), State.zero(network.spec(), 1), null);
        float[] logits = unroll.logits();
        List<float[]> all = new ArrayList<>(steps);
        for (int t = 0; t < steps; t++) {
            all.add(Arrays.copyOfRange(logits, t * outputs(), (t + 1) * outputs()));
        }
        return all;
    }

    private Reply reply(List<float[]> logits) {
        int[] symbols = logits.stream().mapToInt(Argmax::of).toArray();
        return new Reply(
                layout.text(symbols),
                symbols,
                logits.stream().map(Answerer::softmax).toList());
    }

    private Reply written(Example prompt, Sampler sampler, int longest, UniformRandomProvider random) {
        Stepper stepper = layout.type().hasEncoder()
                ? new Stepper(network, Stepper.encode(network, prompt.source()))
                : new Stepper(network);
        float[] logits = {};
        for (int symbol : prompt.inputs()) {
            logits = stepper.read(symbol);
        }
        List<Integer> symbols = new ArrayList<>();
        List<float[]> probabilities = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            probabilities.add(softmax(logits));
            int symbol = sampler.draw(logits, random);
            symbols.add(symbol);
            if (layout.alphabets().output().symbol(symbol).equals(AlphabetEntry.MARK) || symbols.size() == longest) {
                break;
            }
            // The input alphabet begins with the output's, so an answer is read under its own index.
            logits = stepper.read(symbol);
        }
        int[] indices = symbols.stream().mapToInt(Integer::intValue).toArray();
        return new Reply(layout.text(indices), indices, probabilities);
    }

    private static float[] softmax(float[] logits) {
        float[] probabilities = logits.clone();
        Softmax.probabilities(probabilities);
        return probabilities;
    }

    private int outputs() {
        return network.spec().outputs();
    }
}
