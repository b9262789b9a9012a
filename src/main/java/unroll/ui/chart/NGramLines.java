package unroll.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unroll.lens.ngram.NGramLosses;
import unroll.message.Formats;
import unroll.plot.Plot;
import unroll.plot.Plot.Reference;

/** The losses of n-grams as references of the loss chart: a ladder of which the next two rungs are stressed. */
final class NGramLines {
    /** On an axis that reaches so many times as far as blind guessing all lines lie on the x axis. */
    private static final double MAX_REACH = 5;

    private static final int NEXT = 2;

    private NGramLines() {}

    /**
     * The chart with a line for each order from 1 up that lies within its loss axis.
     *
     * @param loss that the network has reached, nats per character
     */
    static Plot over(Plot plot, @Nullable NGramLosses ngrams, double loss) {
        if (ngrams == null || plot.y().high() > MAX_REACH * ngrams.uniform()) {
            return plot;
        }
        List<Double> nats = ngrams.nats();
        double[] next = nats.subList(1, ngrams.highest() + 1).stream()
                .mapToDouble(Double::doubleValue)
                .filter(rung -> rung < loss)
                .map(rung -> -rung)
                .sorted()
                .limit(NEXT)
                .map(rung -> -rung)
                .toArray();
        return plot.with(IntStream.rangeClosed(1, ngrams.highest())
                .filter(order -> nats.get(order) > plot.y().low()
                        && nats.get(order) < plot.y().high())
                .mapToObj(order -> reference(order, nats.get(order), next))
                .toList());
    }

    private static Reference reference(int order, double nats, double[] next) {
        String name = NGramLosses.name(order);
        String counted = order == 1
                ? "how often each character occurs"
                : "which character follows which %s before it".formatted(order == 2 ? "one" : (order - 1) + "");
        return new Reference(
                nats,
                name + " " + Formats.fixed(nats, 2),
                String.format(
                        Locale.ROOT,
                        "%s, n = %d: counting %s%nreaches %.3f nats a character on the validation part.",
                        name,
                        order,
                        counted,
                        nats),
                IntStream.range(0, next.length).anyMatch(i -> next[i] == nats));
    }
}
