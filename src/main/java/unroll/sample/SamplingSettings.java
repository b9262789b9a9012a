package unroll.sample;

import unroll.message.Reason;

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
    public static final SamplingSettings DEFAULT = new SamplingSettings(0.8, 0, 1, 0, 1, false);

    /** Always the likeliest symbol. */
    public static final SamplingSettings GREEDY = new SamplingSettings(1, 0, 1, 0, 1, true);

    public SamplingSettings {
        require(
                temperature > 0 && Double.isFinite(temperature),
                "The temperature",
                temperature,
                "a number above 0, for example 0.8");
        require(topK >= 0, "Top-k", topK, "a whole number from 1 up, or 0 for all symbols");
        require(topP > 0 && topP <= 1, "Top-p", topP, "a share above 0 and up to 1, where 1 keeps all symbols");
        require(minP >= 0 && minP <= 1, "Min-p", minP, "a share from 0 to 1, where 0 keeps all symbols");
        require(
                repetitionPenalty >= 1 && repetitionPenalty <= 100,
                "The repetition penalty",
                repetitionPenalty,
                "a number from 1 (none) to 100, for example 1.2");
    }

    private static void require(boolean holds, String what, Number got, String expected) {
        if (!holds) {
            throw Reason.INVALID_VALUE.exception(what, got.toString(), expected);
        }
    }

    public SamplingSettings withTemperature(double value) {
        return new SamplingSettings(value, topK, topP, minP, repetitionPenalty, greedy);
    }
}
