package unroll.lens.xray;

import java.util.List;
import java.util.Optional;
import unroll.lens.xray.DrawnSymbol.ProbabilityShift;
import unroll.sample.DrawObserver;

/**
 * One written character, and how it came to be drawn.
 *
 * @param symbol index
 * @param probability under the model, before any limit: temperature 1; 0 to 1
 * @param rank 1 where no symbol is likelier under the model
 * @param entropy of the model's distribution, in nats; 0 to ln V
 * @param drawnWith its probability when it was drawn, after all limits; 0 where it was chosen by hand against them
 * @param effects of the limits that were on, in the order in which they act
 * @param bars the symbols likeliest under the model, most first, from there to what was drawn from; the written one at the end
 *     where it is not among them
 */
public record DrawnSymbol(
        int symbol,
        double probability,
        int rank,
        double entropy,
        double drawnWith,
        List<Effect> effects,
        List<ProbabilityShift> bars) {
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
            DrawObserver.LimitKind kind,
            int removed,
            double removedProbability,
            double moved,
            double probability,
            List<ProbabilityShift> losers) {}

    /**
     * How likely a symbol was before something acted, and after.
     *
     * @param symbol index
     * @param before probability, 0 to 1
     * @param after probability, 0 to 1
     */
    public record ProbabilityShift(int symbol, double before, double after) {}

    /** What this limit did; empty where it was off. */
    public Optional<Effect> effect(DrawObserver.LimitKind kind) {
        return effects.stream().filter(effect -> effect.kind() == kind).findFirst();
    }
}
