package unroll.lens.xray;

import java.util.List;
import java.util.Optional;
import unroll.sample.LimitKind;

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

    /** What this limit did; empty where it was off. */
    public Optional<Effect> effect(LimitKind kind) {
        return effects.stream().filter(effect -> effect.kind() == kind).findFirst();
    }
}
