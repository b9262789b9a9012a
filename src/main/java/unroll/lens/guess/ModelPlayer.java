package unroll.lens.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import unroll.lens.guess.Game.PlayerScore;
import unroll.lens.ngram.NGramModel;
import unroll.message.ProblemException;
import unroll.network.Argmax;
import unroll.sample.Generator.LogitSource;
import unroll.task.Alphabet;
import unroll.task.AlphabetEntry;
import unroll.task.Alphabets;

/**
 * What a model that says how likely every character is says of an excerpt. It was told the text as the class is, character by
 * character; that its forecasts were made beforehand changes nothing.
 *
 * @param forecasts one for each character of the excerpt that is guessed
 */
public record ModelPlayer(List<Forecast> forecasts) {
    private static final double LN_2 = Math.log(2);

    /**
     * What a machine thought of a character before it was known.
     *
     * @param guess the code point it held for the likeliest
     * @param probability of that guess, 0 to 1
     * @param bits −log₂ of the probability it gave to the character that came; infinite where it held that for impossible
     * @param right whether its guess came
     */
    public record Forecast(int guess, double probability, double bits, boolean right) {
        /** The probability it gave to the character that came. */
        public double ofRight() {
            return Math.pow(2, -bits);
        }
    }

    public ModelPlayer {
        forecasts = List.copyOf(forecasts);
    }

    /**
     * N-grams of one order.
     *
     * @param model counted in another part of the same text
     * @param order 0 to {@link NGramModel#HIGHEST}
     */
    public static ModelPlayer ofNGrams(NGramModel model, int order, GuessingExcerpt excerpt) {
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
        return new ModelPlayer(forecasts);
    }

    /** The symbols an order looks at, or as many of them as are shown. */
    private static int[] contextBefore(GuessingExcerpt excerpt, int index, int order) {
        int end = excerpt.hidden().from() + index;
        int length = Math.min(Math.max(0, order - 1), end - excerpt.shown().from());
        int[] context = new int[length];
        excerpt.text().copy(end - length, length, context, 0, 1);
        return context;
    }

    /**
     * A network. It begins at its initial state with the first character that is shown, so it knows no more of the text than the
     * class does.
     *
     * @param network at its initial state; walked once
     * @param alphabets of the network: the text's symbols, perhaps in another order and among others
     * @throws ProblemException where the network has never seen one of its characters
     * @throws CancellationException where the thread is interrupted (it then stays so)
     */
    public static ModelPlayer ofNetwork(LogitSource network, Alphabets alphabets, GuessingExcerpt excerpt) {
        int[] input = alphabets.input().encode(excerpt.text().text(excerpt.shown()));
        int[] hidden = alphabets.input().encode(excerpt.text().text(excerpt.hidden()));
        float[] logits = {};
        for (int symbol : input) {
            logits = read(network, symbol);
        }
        List<Forecast> forecasts = new ArrayList<>(hidden.length);
        for (int i = 0; i < hidden.length; i++) {
            forecasts.add(forecast(logits, alphabets.output(), AlphabetEntry.character(excerpt.codePoint(i))));
            // The last character is guessed and not read.
            logits = i + 1 < hidden.length ? read(network, hidden[i]) : logits;
        }
        return new ModelPlayer(forecasts);
    }

    private static float[] read(LogitSource network, int symbol) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The network's guesses were called off.");
        }
        return network.read(symbol);
    }

    /** In doubles, so that even the unlikeliest character has a cost that is a number. */
    private static Forecast forecast(float[] logits, Alphabet output, AlphabetEntry right) {
        double[] z = new double[logits.length];
        for (int i = 0; i < z.length; i++) {
            // A mark is no character: this text goes on.
            z[i] = output.symbol(i).kind() == AlphabetEntry.EntryKind.CHARACTER ? logits[i] : Double.NEGATIVE_INFINITY;
        }
        int guess = Argmax.of(z);
        double sum = 0;
        for (double each : z) {
            sum += Math.exp(each - z[guess]);
        }
        int came = output.indexOf(right);
        double bits = (Math.log(sum) + z[guess] - z[came]) / LN_2;
        return new Forecast(output.symbol(guess).text().codePointAt(0), 1 / sum, bits, guess == came);
    }

    /** How well it did on the first characters. */
    public PlayerScore score(int characters) {
        List<Forecast> first = forecasts.subList(0, characters);
        return PlayerScore.of(
                characters,
                first.stream().mapToDouble(Forecast::bits).sum(),
                first.stream().filter(Forecast::right).count());
    }
}
