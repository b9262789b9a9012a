package unroll.lens.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import unroll.lens.guess.ModelPlayer.Forecast;
import unroll.message.ProblemException;
import unroll.network.Argmax;
import unroll.sample.Generator.LogitSource;
import unroll.task.Alphabet;
import unroll.task.AlphabetEntry;
import unroll.task.Alphabets;

/**
 * A network as a player. It begins at its initial state with the first character that is shown, so it knows no more of the
 * text than the class does.
 */
public final class NetworkPlayer {
    private static final double LN_2 = Math.log(2);

    private final LogitSource network;
    private final Alphabets alphabets;

    /**
     * @param network at its initial state; walked once
     * @param alphabets of the network: the text's symbols, perhaps in another order and among others
     */
    public NetworkPlayer(LogitSource network, Alphabets alphabets) {
        this.network = network;
        this.alphabets = alphabets;
    }

    /**
     * Plays an excerpt.
     *
     * @param name what the network is called
     * @throws ProblemException where the network has never seen one of its characters
     * @throws CancellationException where the thread is interrupted (it then stays so)
     */
    public ModelPlayer play(String name, GuessingExcerpt excerpt) {
        int[] input = alphabets.input().encode(excerpt.text().text(excerpt.shown()));
        int[] hidden = alphabets.input().encode(excerpt.text().text(excerpt.hidden()));
        float[] logits = {};
        for (int symbol : input) {
            logits = read(symbol);
        }
        List<Forecast> forecasts = new ArrayList<>(hidden.length);
        for (int i = 0; i < hidden.length; i++) {
            forecasts.add(forecast(logits, AlphabetEntry.character(excerpt.codePoint(i))));
            // The last character is guessed and not read.
            logits = i + 1 < hidden.length ? read(hidden[i]) : logits;
        }
        return new ModelPlayer(name, forecasts);
    }

    private float[] read(int symbol) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The network's guesses were called off.");
        }
        return network.read(symbol);
    }

    /** In doubles, so that even the unlikeliest character has a cost that is a number. */
    private Forecast forecast(float[] logits, AlphabetEntry right) {
        Alphabet output = alphabets.output();
        double[] z = new double[logits.length];
        for (int i = 0; i < z.length; i++) {
            // A mark is no character: this text goes on.
            z[i] = output.symbol(i).kind() == AlphabetEntry.Kind.CHARACTER ? logits[i] : Double.NEGATIVE_INFINITY;
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
}
