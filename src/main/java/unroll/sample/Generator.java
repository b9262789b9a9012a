package unroll.sample;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.corpus.Vocabulary;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;
import unroll.task.RandomStreams;

/**
 * Writes a text: reads the prime, then draws symbol after symbol and reads back what it drew.
 *
 * <p>An empty prime starts as after a line end, or after a space where the vocabulary has no line end, or after its
 * first symbol where it has neither; that starting symbol is read, not written.
 */
public final class Generator {
    /** Most unknown symbols that are named. */
    private static final int MAX_NAMED = 8;

    private final Vocabulary vocabulary;
    /** What each symbol writes. */
    private final String[] texts;

    private final LogitSource network;
    private final DrawObserver observer;

    /** What is walked: in earnest {@code stepper::read} of a fresh {@link unroll.network.Stepper}. */
    @FunctionalInterface
    public interface LogitSource {
        /**
         * Reads one symbol.
         *
         * @param symbol index, 0 to V − 1
         * @return V logits for the next symbol, which the caller may change
         */
        float[] read(int symbol);
    }

    /** Hears the text while it is written. */
    @FunctionalInterface
    public interface Listener {
        /**
         * One more symbol has been written.
         *
         * @param symbol one code point
         * @return whether to go on
         */
        boolean onSymbol(String symbol);
    }

    /**
     * @param vocabulary of the network
     * @param network at its initial state; each generator needs its own
     */
    public Generator(Vocabulary vocabulary, LogitSource network) {
        this(vocabulary, network, DrawObserver.NONE);
    }

    /**
     * @param vocabulary of the network
     * @param network at its initial state; each generator needs its own
     * @param observer sees every draw and changes none
     */
    public Generator(Vocabulary vocabulary, LogitSource network, DrawObserver observer) {
        this.vocabulary = vocabulary;
        texts = new String[vocabulary.size()];
        Arrays.setAll(texts, symbol -> Character.toString(vocabulary.codePoint(symbol)));
        this.network = network;
        this.observer = observer;
    }

    /**
     * Writes until the length is reached, the stop text has been written, the listener has enough or the thread is
     * interrupted (it then stays interrupted). The stop text is looked for in what is written, not in the prime, and what
     * is written ends with it.
     *
     * @return what was written, without the prime
     * @throws ProblemException where prime or stop text hold symbols the vocabulary lacks; nothing is read then
     */
    public String write(SampleRequest request, Listener listener) {
        return write(request, "", listener);
    }

    /**
     * The same with a given beginning, as if it had been drawn: what follows uses the random numbers that followed it. So a
     * text that begins as it was written goes on as it was written, and one that begins otherwise is its fork.
     *
     * @param opening what to write first; it counts toward the length, and the listener hears it
     * @return what was written, the opening included, without the prime
     * @throws ProblemException where prime, stop text or opening hold symbols the vocabulary lacks; nothing is read then
     */
    public String write(SampleRequest request, String opening, Listener listener) {
        requireKnown(request.prime(), "the prime");
        requireKnown(request.stop(), "the stop text");
        requireKnown(opening, "the opening");
        int[] given = vocabulary.encode(opening);
        UniformRandomProvider random = RandomStreams.draws(request.seed());
        Sampler sampler = new Sampler(request.settings(), vocabulary.size(), observer);
        StringBuilder written = new StringBuilder();
        float[] logits = readPrime(request.prime());
        for (int count = 1; !Thread.currentThread().isInterrupted(); count++) {
            int symbol = count <= given.length
                    ? sampler.write(given[count - 1], logits, random)
                    : sampler.draw(logits, random);
            written.append(texts[symbol]);
            boolean goOn = listener.onSymbol(texts[symbol]);
            if (!goOn || count == request.length() || endsWith(written, request.stop())) {
                break;
            }
            logits = network.read(symbol);
        }
        return written.toString();
    }

    /** The logits after the prime; an interrupt cuts a long one short. */
    private void requireKnown(String text, String place) {
        List<String> unknown = vocabulary.unknown(text);
        if (!unknown.isEmpty()) {
            String them = unknown.size() == 1 ? "it" : "them";
            throw Reason.UNKNOWN_SYMBOLS.exception(Wording.first(MAX_NAMED, unknown, "symbol"), them, place);
        }
    }

    private float[] readPrime(String prime) {
        if (prime.isEmpty()) {
            return network.read(start());
        }
        int[] symbols = vocabulary.encode(prime);
        float[] logits = network.read(symbols[0]);
        for (int i = 1; i < symbols.length && !Thread.currentThread().isInterrupted(); i++) {
            logits = network.read(symbols[i]);
        }
        return logits;
    }

    private int start() {
        int lineFeed = vocabulary.indexOf('\n');
        return lineFeed >= 0 ? lineFeed : Math.max(vocabulary.indexOf(' '), 0);
    }

    private static boolean endsWith(StringBuilder written, String stop) {
        int from = written.length() - stop.length();
        return !stop.isEmpty() && from >= 0 && written.indexOf(stop, from) == from;
    }
}
