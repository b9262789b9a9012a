package unroll.train;

/**
 * How well a network predicts a text.
 *
 * @param loss mean of −ln ŷ[target], in nats per character
 * @param characters how many were predicted
 */
public record Evaluation(double loss, long characters) {
    public double bitsPerCharacter() {
        return loss / Math.log(2);
    }

    public double perplexity() {
        return Math.exp(loss);
    }
}
