package unroll.train;

import unroll.task.score.TaskScore;

/**
 * How well a network does on data it is not trained on.
 *
 * @param loss mean of −ln ŷ[target], in nats per asked character
 * @param characters how many were asked
 * @param score which of them were answered rightly. Where the answer is written, each of its characters is asked after the
 *     right ones before it, as in training; an answer is exact then just where the network, writing on its own and taking the
 *     likeliest every time, writes it.
 */
public record Evaluation(double loss, long characters, TaskScore score) {
    public double bitsPerCharacter() {
        return loss / Math.log(2);
    }

    public double perplexity() {
        return Math.exp(loss);
    }
}
