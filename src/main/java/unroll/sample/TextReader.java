package unroll.sample;

import java.util.ArrayDeque;
import java.util.Deque;
import unroll.network.Network;
import unroll.network.Stepper;
import unroll.task.TextWriting;

/** How a network reads the text it is to go on with. */
public final class TextReader {
    private TextReader() {}

    /**
     * At its initial state.
     *
     * @param network read, never changed; must not be trained meanwhile
     */
    public static Generator.LogitSource of(Network network, TextWriting writing) {
        return writing.equals(TextWriting.CARRYING)
                ? new Stepper(network)::read
                : new Window(network, writing.window())::read;
    }

    /** Keeps the last symbols, and reads all of them from the zero state for each one more. */
    private static final class Window {
        private final Stepper stepper;
        private final int length;
        private final Deque<Integer> symbols = new ArrayDeque<>();

        Window(Network network, int length) {
            this.stepper = new Stepper(network);
            this.length = length;
        }

        float[] read(int symbol) {
            if (symbols.size() == length) {
                symbols.removeFirst();
            }
            symbols.addLast(symbol);
            stepper.restart();
            float[] logits = {};
            for (int one : symbols) {
                logits = stepper.read(one);
            }
            return logits;
        }
    }
}
