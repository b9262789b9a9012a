package unroll.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a partition has come to in a round.
 *
 * @param partition from 0
 * @param state after it; where it could not be trained, that before it
 * @param loss mean of its steps, in nats per character
 * @param gradientNorm mean of its steps, before clipping
 * @param problem a sentence where it could not be trained, or null
 */
record LocalRound(
        int partition,
        SharedState state,
        double loss,
        double gradientNorm,
        @Nullable String problem) implements Serializable {}
