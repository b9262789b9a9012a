package unroll.sample;

import unroll.message.NumericRange;

/**
 * How the next symbol is drawn from the network's distribution. Limits apply in this order: repetition penalty,
 * temperature, top-k, top-p, min-p, draw.
 *
 * @param temperature divides the logits; above 0; below 1 is bolder, above 1 wilder
 * @param topK keep only the k likeliest symbols; 0 for all
 * @param topP keep the likeliest symbols that together reach this probability; above 0 to 1; 1 for all
 * @param minP drop symbols less likely than this share of the likeliest; 0 to 1; 0 for none
 * @param repetitionPenalty divides positive and multiplies negative logits of recently written symbols; 1 to 100; 1 for
 *     none
 * @param greedy always take the likeliest symbol; temperature and limits then do nothing
 */
public record SamplingSettings(
        double temperature, int topK, double topP, double minP, double repetitionPenalty, boolean greedy) {
    public static final NumericRange TEMPERATURES = NumericRange.above0(0.8);
    public static final NumericRange TOP_KS =
            new NumericRange(true, "a whole number from 1 up, or 0 for all symbols", 0, Integer.MAX_VALUE);
    public static final NumericRange TOP_PS =
            NumericRange.real("a share above 0 and up to 1, where 1 keeps all symbols", Double.MIN_VALUE, 1);
    public static final NumericRange MIN_PS = NumericRange.real("a share from 0 to 1, where 0 keeps all symbols", 0, 1);
    public static final NumericRange REPETITION_PENALTIES =
            NumericRange.real("a number from 1 (none) to 100, for example 1.2", 1, 100);

    public static final SamplingSettings DEFAULT = new SamplingSettings(0.8, 0, 1, 0, 1, false);

    /** Always the likeliest symbol. */
    public static final SamplingSettings GREEDY = new SamplingSettings(1, 0, 1, 0, 1, true);

    public SamplingSettings {
        TEMPERATURES.require("The temperature", temperature);
        TOP_KS.require("Top-k", topK);
        TOP_PS.require("Top-p", topP);
        MIN_PS.require("Min-p", minP);
        REPETITION_PENALTIES.require("The repetition penalty", repetitionPenalty);
    }

    public SamplingSettings withTemperature(double value) {
        return new SamplingSettings(value, topK, topP, minP, repetitionPenalty, greedy);
    }
}
