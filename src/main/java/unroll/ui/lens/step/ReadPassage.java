package unroll.ui.lens.step;

import org.jspecify.annotations.Nullable;
import unroll.lens.unit.ReadingExcerpt;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Directions;
import unroll.session.data.Dataset;
import unroll.session.model.ModelSnapshot;

/**
 * A passage that a model has read, and its states.
 *
 * @param step of the model
 * @param text code points, line ends between pieces that are read apart
 * @param states a&lt;t&gt;, [character][layer and direction][unit]; without layers at such line ends
 */
record ReadPassage(long step, Directions directions, int[] text, float[][][] states) {
    /** Characters; also of a network that is large they are read in a moment. */
    private static final int MAX_READ = 120;

    /**
     * Lets a model read the beginning of what it is measured on.
     *
     * @param data what it learned from, or null where that is not open
     * @throws ProblemException where there is nothing to read, or such a network reads no passage
     */
    static ReadPassage of(ModelSnapshot model, @Nullable Dataset data) {
        if (data == null || !data.data().layout().equals(model.layout())) {
            throw Reason.NO_TEXT_TO_READ.exception();
        }
        ReadingExcerpt excerpt = ReadingExcerpt.heldOut(data.data(), MAX_READ);
        return new ReadPassage(
                model.step(), model.network().spec().directions(), excerpt.text(), excerpt.states(model.network()));
    }

    /** Layers, each direction of its own. */
    int rows() {
        return states.length == 0 ? 0 : states[0].length;
    }

    /** Whether a character was read; not so between two pieces. */
    boolean isRead(int index) {
        return index >= 0 && index < states.length && states[index].length > 0;
    }

    /** Where the piece of a character begins. */
    int begin(int index) {
        int begin = index;
        while (isRead(begin - 1)) {
            begin--;
        }
        return begin;
    }

    /** How much a state carries: its root mean square over the units. */
    double strength(int index, int row) {
        double squares = 0;
        for (float a : states[index][row]) {
            squares += (double) a * a;
        }
        return Math.sqrt(squares / states[index][row].length);
    }
}
