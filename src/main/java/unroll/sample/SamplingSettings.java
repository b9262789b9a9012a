package unroll.sample;

/**
 * How the next symbol is drawn from the network's distribution. Limits apply in this order: repetition penalty,
 * temperature, top-k, top-p, min-p, draw.
 *
 * @param temperature divides the logits; above 0; below 1 is bolder, above 1 wilder
 * @param topK keep only the k likeliest symbols; 0 for all
 * @param topP keep the likeliest symbols that together reach this probability; 1 for all
 * @param minP drop symbols less likely than this share of the likeliest; 0 for none
 * @param repetitionPenalty divides positive and multiplies negative logits of recently written symbols; 1 for none
 * @param greedy always take the likeliest symbol; temperature and limits then do nothing
 */
public record SamplingSettings(
        double temperature, int topK, double topP, double minP, double repetitionPenalty, boolean greedy) {
    public static final SamplingSettings DEFAULT = new SamplingSettings(0.8, 0, 1, 0, 1, false);

    public SamplingSettings withTemperature(double value) {
        return new SamplingSettings(value, topK, topP, minP, repetitionPenalty, greedy);
    }
}
