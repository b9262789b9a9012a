package unroll.sample;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.matrix.Activations;
import unroll.message.ProblemException;

/**
 * Draws symbols from logits: a chain of limits, then one draw from what they left. Allocates nothing per symbol.
 * Remembers what it drew, so it serves one text; not for use by two threads at once.
 */
public final class Sampler {
    private final List<Link> chain;
    private final Limit.RepetitionPenalty penalty;
    private final DrawObserver observer;
    private final float[] scratch;

    /** @param vocabulary V, the number of logits that every draw will get */
    public Sampler(SamplingSettings settings, int vocabulary) {
        this(settings, vocabulary, DrawObserver.NONE);
    }

    /**
     * @param vocabulary V, the number of logits that every draw will get
     * @param observer sees every draw and changes none
     */
    public Sampler(SamplingSettings settings, int vocabulary, DrawObserver observer) {
        penalty = new Limit.RepetitionPenalty(settings.repetitionPenalty(), vocabulary);
        chain = settings.greedy()
                ? List.of(new Link(DrawObserver.LimitKind.GREEDY, new Limit.Greedy()))
                : chain(settings, vocabulary);
        this.observer = observer;
        scratch = new float[vocabulary];
    }

    private record Link(DrawObserver.LimitKind kind, Limit limit) {}

    private List<Link> chain(SamplingSettings settings, int vocabulary) {
        List<Link> links = new ArrayList<>();
        if (settings.repetitionPenalty() != 1) {
            links.add(new Link(DrawObserver.LimitKind.REPETITION_PENALTY, penalty));
        }
        links.add(new Link(DrawObserver.LimitKind.TEMPERATURE, new Limit.Temperature(settings.temperature())));
        if (settings.topK() > 0 && settings.topK() < vocabulary) {
            links.add(new Link(DrawObserver.LimitKind.TOP_K, new Limit.TopK(settings.topK(), vocabulary)));
        }
        if (settings.topP() < 1) {
            links.add(new Link(DrawObserver.LimitKind.TOP_P, new Limit.TopP(settings.topP(), vocabulary)));
        }
        if (settings.minP() > 0) {
            links.add(new Link(DrawObserver.LimitKind.MIN_P, new Limit.MinP(settings.minP())));
        }
        return links;
    }

    /**
     * Draws the next symbol. The same logits, settings and random numbers give the same symbol.
     *
     * @param logits V of them; used as scratch, their values are lost
     * @return index, 0 to V − 1
     * @throws ProblemException where the logits are not numbers
     */
    public int draw(float[] logits, UniformRandomProvider random) {
        return written(drawOne(logits, random));
    }

    /**
     * Writes a given symbol instead of the one drawn, which the limits may even have forbidden. Everything else goes as in
     * {@link #draw}, so that what is drawn afterwards depends on the symbol alone.
     *
     * @param symbol index, 0 to V − 1
     * @param logits V of them; used as scratch, their values are lost
     * @return the given symbol
     * @throws ProblemException where the logits are not numbers
     */
    public int write(int symbol, float[] logits, UniformRandomProvider random) {
        drawOne(logits, random);
        return written(symbol);
    }

    private void limit(float[] logits) {
        Logits.check(logits);
        observer.onLogits(logits);
        for (int i = 0; i < chain.size(); i++) { // no iterator: nothing is allocated per symbol
            Link link = chain.get(i);
            link.limit.apply(logits);
            observer.onLimit(link.kind, logits);
        }
    }

    private int written(int symbol) {
        penalty.written(symbol);
        observer.onSymbol(symbol);
        return symbol;
    }

    /** P(i) = exp(logit[i]) / Σ exp(logit[j]), by inverting the cumulated sum. */
    private int drawOne(float[] logits, UniformRandomProvider random) {
        limit(logits);
        double all = exponentials(logits);
        double left = random.nextDouble() * all;
        int last = 0;
        for (int i = 0; i < logits.length; i++) {
            if (logits[i] > 0) {
                last = i;
                left -= logits[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last; // rounding ate the rest
    }

    /** Replaces each logit by exp(logit − largest) and returns their sum; e^−87 is less than the random numbers can tell from 0. */
    private double exponentials(float[] logits) {
        Activations.exponentials(logits, Logits.max(logits), scratch);
        double sum = 0;
        for (float exponential : logits) {
            sum += exponential;
        }
        return sum;
    }
}
