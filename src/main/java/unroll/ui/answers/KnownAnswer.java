package unroll.ui.answers;

import unroll.corpus.SplitPart;
import unroll.task.Pair;

/**
 * A typed input that stands in the data.
 *
 * @param pair with the right answer
 * @param part of the data it was found in
 */
record KnownAnswer(Pair pair, SplitPart part) {
    /** Whether the network has met it, as a sentence. */
    String sentence() {
        return switch (part) {
            case TRAIN -> "It was trained on this one.";
            case VALIDATION, TEST, ALL -> "This one is held out: it was never trained on.";
        };
    }
}
