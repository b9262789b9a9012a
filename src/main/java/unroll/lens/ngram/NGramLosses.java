package unroll.lens.ngram;

import java.util.List;
import java.util.Locale;

/**
 * What n-gram models reach on a text: the dashed lines by which a network's loss is judged.
 *
 * @param nats per character, by order: 0 guesses blindly among all symbols, 1 knows how frequent each is, 2 the one before it ...
 * @param counted symbols the models were counted from
 * @param measured symbols they were asked to predict
 */
public record NGramLosses(List<Double> nats, int counted, int measured) {
    private static final List<String> NAMES =
            List.of("blind guessing", "unigrams", "bigrams", "trigrams", "4-grams", "5-grams", "6-grams");

    public NGramLosses {
        nats = List.copyOf(nats);
        if (nats.size() < 2 || nats.size() > NAMES.size()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "Losses are of orders 0 to 1 up to 6; got %d of them.", nats.size()));
        }
    }

    /** ln V: every symbol is as likely as every other. */
    public double uniform() {
        return nats.get(0);
    }

    /** Each symbol as likely as it is frequent. */
    public double unigram() {
        return nats.get(1);
    }

    /** The highest order measured. */
    public int highest() {
        return nats.size() - 1;
    }

    /** What people call the models of an order, such as "trigrams". */
    public static String name(int order) {
        return NAMES.get(order);
    }

    /**
     * A network's loss in words: the best model that it beats, such as "beats trigrams". The order with the most symbols is
     * not always the best one.
     *
     * @param loss nats per character, on the same text
     */
    public String verdict(double loss) {
        if (!(loss < uniform())) {
            return loss >= uniform() ? "no better than blind guessing" : "no loss yet";
        }
        int best = strongestBeaten(loss);
        if (best == 0) {
            return "worse than unigrams";
        }
        boolean all = nats.stream().allMatch(each -> loss < each);
        return all ? "beats all n-grams up to " + highest() : "beats " + name(best);
    }

    /** Among the orders whose loss is higher than this one the order with the lowest; 0 where only blind guessing is. */
    public int strongestBeaten(double loss) {
        int best = 0;
        for (int order = 1; order <= highest(); order++) {
            if (loss < nats.get(order) && nats.get(order) <= nats.get(best)) {
                best = order;
            }
        }
        return best;
    }
}
