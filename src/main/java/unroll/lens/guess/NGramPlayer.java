package unroll.lens.guess;

import java.util.ArrayList;
import java.util.List;
import unroll.lens.guess.ModelPlayer.Forecast;
import unroll.lens.ngram.NGramLosses;
import unroll.lens.ngram.NGramModel;
import unroll.network.Argmax;

/** N-grams of one order as a player. */
public final class NGramPlayer {
    private static final double LN_2 = Math.log(2);

    private NGramPlayer() {}

    /**
     * Plays an excerpt.
     *
     * @param model counted in another part of the same text
     * @param order 0 to {@link NGramModel#HIGHEST}
     */
    public static ModelPlayer play(NGramModel model, int order, GuessingExcerpt excerpt) {
        List<Forecast> forecasts = new ArrayList<>(excerpt.length());
        for (int i = 0; i < excerpt.length(); i++) {
            double[] p = model.distribution(order, contextBefore(excerpt, i, order));
            int guess = Argmax.of(p);
            int right = excerpt.symbol(i);
            forecasts.add(new Forecast(
                    excerpt.text().vocabulary().codePoint(guess),
                    p[guess],
                    -Math.log(p[right]) / LN_2,
                    guess == right));
        }
        return new ModelPlayer(NGramLosses.name(order), forecasts);
    }

    /** The symbols an order looks at, or as many of them as are shown. */
    private static int[] contextBefore(GuessingExcerpt excerpt, int index, int order) {
        int end = excerpt.hidden().from() + index;
        int length = Math.min(Math.max(0, order - 1), end - excerpt.shown().from());
        int[] context = new int[length];
        excerpt.text().copy(end - length, length, context, 0, 1);
        return context;
    }
}
