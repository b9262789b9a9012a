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
        return of(new Stepper(network), writing);
    }

    /** @param stepper at its initial state, and for this reader alone */
    public static Generator.LogitSource of(Stepper stepper, TextWriting writing) {
        return writing.equals(TextWriting.CARRYING)
                ? stepper::read
                : new SlidingWindow(stepper, writing.window())::read;
    }

    /** Keeps the last symbols, and reads all of them from the zero state for each one more. */
    private static final class SlidingWindow {
        private final Stepper stepper;
        private final int length;
        private final Deque<Integer> symbols = new ArrayDeque<>();

        SlidingWindow(Stepper stepper, int length) {
            this.stepper = stepper;
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
