package unroll.lens.xray;

import java.util.List;
import unroll.sample.LimitKind;

/**
 * What one limit did to the distribution of one character.
 *
 * @param kind the limit
 * @param removed symbols it made impossible, or too unlikely for a number to hold
 * @param removedProbability what those had together before it acted, 0 to 1
 * @param moved probability it took from some symbols and gave to others: half the sum of all changes, 0 to 1. Where symbols
 *     were only removed, this is what they had
 * @param probability of the written symbol after it
 * @param losers the symbols that lost most by it, most first; a few at most, those removed among them
 */
public record Effect(
        LimitKind kind,
        int removed,
        double removedProbability,
        double moved,
        double probability,
        List<ProbabilityShift> losers) {}
