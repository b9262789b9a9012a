package unroll.lens.xray;

import java.util.List;
import java.util.Locale;
import unroll.message.Formats;
import unroll.message.Wording;
import unroll.sample.DrawObserver;
import unroll.sample.SamplingSettings;

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
        List<LimitEffect> effects,
        List<ProbabilityShift> bars) {
    /**
     * What one limit did to the distribution of one character.
     *
     * @param kind the limit
     * @param removed symbols it made impossible, or too unlikely for a number to hold
     * @param removedProbability what those had together before it acted, 0 to 1
     * @param moved probability it took from some symbols and gave to others: half the sum of all changes, 0 to 1. Where symbols
     *     were only removed, this is what they had
     */
    public record LimitEffect(DrawObserver.LimitKind kind, int removed, double removedProbability, double moved) {
        /**
         * What the limit did, as a sentence.
         *
         * @param settings that the text was written with
         */
        public String sentence(SamplingSettings settings) {
            return "%s: %s.".formatted(name(settings), deed(settings));
        }

        private String name(SamplingSettings settings) {
            return switch (kind) {
                case GREEDY -> "Greedy";
                case REPETITION_PENALTY -> "Repetition penalty " + Formats.figures(settings.repetitionPenalty());
                case TEMPERATURE -> "Temperature " + Formats.figures(settings.temperature());
                case TOP_K -> "Top-k " + settings.topK();
                case TOP_P -> "Top-p " + Formats.figures(settings.topP());
                case MIN_P -> "Min-p " + Formats.figures(settings.minP());
            };
        }

        private String deed(SamplingSettings settings) {
            return switch (kind) {
                case GREEDY -> "only the likeliest symbol was left; the others had " + percent(moved);
                case REPETITION_PENALTY ->
                    moved == 0
                            ? "had nothing to punish yet"
                            : "took %s from symbols written a moment ago".formatted(percent(moved));
                case TEMPERATURE ->
                    settings.temperature() == 1
                            ? "left everything as it was"
                            : "shifted %s of the probability to %s symbols"
                                    .formatted(percent(moved), settings.temperature() < 1 ? "likelier" : "less likely");
                case TOP_K, TOP_P, MIN_P ->
                    removed == 0
                            ? "removed nothing here"
                            : "removed %s that had %s%s"
                                    .formatted(
                                            Wording.count(removed, "symbol"),
                                            percent(removedProbability),
                                            removed == 1 ? "" : " together");
            };
        }

        /** A share as a person says it: 12 %, 0.4 %, less than 0.1 %. */
        private static String percent(double share) {
            double percent = 100 * share;
            if (percent > 0 && percent < 0.1) {
                return "less than 0.1 %";
            }
            return String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
        }
    }

    /**
     * How likely a symbol was before something acted, and after.
     *
     * @param symbol index
     * @param before probability, 0 to 1
     * @param after probability, 0 to 1
     */
    public record ProbabilityShift(int symbol, double before, double after) {}
}
