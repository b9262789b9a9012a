package unroll.ui.answers;

import unroll.corpus.Part;
import unroll.task.Pair;

/**
 * A typed input that stands in the data.
 *
 * @param pair with the right answer
 * @param part of the data it was found in
 */
record Known(Pair pair, Part part) {
    /** What to call the example. */
    String title() {
        return switch (part) {
            case TRAIN -> "Trained on";
            case VALIDATION, TEST, ALL -> "Held out";
        };
    }
}
