package unroll.lens.coach;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.lens.ngram.NGramLosses;

/** What the coach is told about a run. Losses are in nats per character; NaN stands for what is not known. */
public record RunFacts(Progress progress, Losses losses, Gradients gradients, Config config) {
    /**
     * How far the run is.
     *
     * @param steps updates so far
     * @param epochs passes over the training part
     * @param diverged whether the last step ended with a loss or gradient that is no finite number
     */
    public record Progress(long steps, double epochs, boolean diverged) {}

    /**
     * How well it goes.
     *
     * @param now smoothed training loss
     * @param before the same {@link Coach#RECENT_STEPS} steps ago; NaN in a shorter run
     * @param validations measured on the validation part, the oldest first
     * @param ngrams what counting reaches on this text; null until that is known
     */
    public record Losses(
            double now,
            double before,
            List<Double> validations,
            @Nullable NGramLosses ngrams) {
        public Losses {
            validations = List.copyOf(validations);
        }

        /** The last validation loss, or NaN. */
        public double validation() {
            return validations.isEmpty() ? Double.NaN : validations.get(validations.size() - 1);
        }

        /** How much lower the training loss has become lately; NaN in a short run. */
        public double fall() {
            return before - now;
        }
    }

    /**
     * Gradient norms of the last steps, {@link Coach#RECENT_STEPS} of them or fewer, before clipping.
     *
     * @param seen how many steps
     * @param clipped on how many of them clipping acted
     * @param median 0 or more
     * @param highest 0 or more
     * @param limited whether clipping is on
     */
    public record Gradients(int seen, int clipped, double median, double highest, boolean limited) {}

    /**
     * What is trained on what.
     *
     * @param learningRate that is set, before its schedule
     * @param defaultRate a learning rate that suits the optimizer
     * @param gated whether its cells have gates, which carry gradients far
     * @param layers from 1 up
     * @param dropout share from 0 to below 1
     * @param parameters weights of the network
     * @param characters of the training part
     * @param validated whether a part of the text is kept for validation
     */
    public record Config(
            double learningRate,
            double defaultRate,
            boolean gated,
            int layers,
            double dropout,
            long parameters,
            long characters,
            boolean validated) {
        public double parametersPerCharacter() {
            return (double) parameters / characters;
        }
    }
}
