package unroll.lens.xray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import unroll.lens.xray.DrawnSymbol.LimitEffect;
import unroll.lens.xray.DrawnSymbol.ProbabilityShift;
import unroll.network.Argmax;
import unroll.network.Softmax;
import unroll.sample.DrawObserver;

/**
 * Keeps the distributions of one character as the limits shape it, and makes a {@link DrawnSymbol} of them when the character
 * is written.
 */
final class DistributionRecorder implements DrawObserver {
    /** Symbols that a list of bars shows. */
    static final int BARS = 12;

    private final int vocabulary;
    private final Consumer<DrawnSymbol> onDrawn;
    private final List<LimitStage> acted = new ArrayList<>();
    private Distribution model = new Distribution(new double[0]);

    /** What a limit left. */
    private record LimitStage(DrawObserver.LimitKind kind, Distribution after) {}

    /** Probabilities of V symbols. */
    private record Distribution(double[] p) {
        double of(int symbol) {
            return p[symbol];
        }

        /** 1 and the number of symbols that are likelier. */
        int rank(int symbol) {
            return 1 + (int) Arrays.stream(p).filter(other -> other > p[symbol]).count();
        }

        /** −Σ p·ln p, in nats. */
        double entropy() {
            return -Arrays.stream(p)
                    .filter(each -> each > 0)
                    .map(each -> each * Math.log(each))
                    .sum();
        }
    }

    /**
     * @param vocabulary V
     * @param onDrawn is given every character when it has been written
     */
    DistributionRecorder(int vocabulary, Consumer<DrawnSymbol> onDrawn) {
        this.vocabulary = vocabulary;
        this.onDrawn = onDrawn;
    }

    @Override
    public void onLogits(float[] logits) {
        model = new Distribution(Softmax.exact(logits));
        acted.clear();
    }

    @Override
    public void onLimit(DrawObserver.LimitKind kind, float[] logits) {
        acted.add(new LimitStage(kind, new Distribution(Softmax.exact(logits))));
    }

    @Override
    public void onSymbol(int symbol) {
        List<LimitEffect> effects = new ArrayList<>();
        Distribution before = model;
        for (LimitStage stage : acted) {
            effects.add(effect(stage, before));
            before = stage.after;
        }
        onDrawn.accept(new DrawnSymbol(
                symbol,
                model.of(symbol),
                model.rank(symbol),
                model.entropy(),
                before.of(symbol),
                List.copyOf(effects),
                bars(before, symbol)));
    }

    private static LimitEffect effect(LimitStage stage, Distribution before) {
        Distribution after = stage.after;
        int removed = 0;
        double removedProbability = 0;
        double moved = 0;
        for (int i = 0; i < before.p.length; i++) {
            moved += Math.abs(after.of(i) - before.of(i)) / 2;
            if (after.of(i) == 0 && before.of(i) > 0) {
                removed++;
                removedProbability += before.of(i);
            }
        }
        return new LimitEffect(stage.kind, removed, removedProbability, moved);
    }

    private List<ProbabilityShift> bars(Distribution drawnFrom, int symbol) {
        List<Integer> likeliest = Argmax.topK(vocabulary, BARS, model::of);
        Stream<Integer> shown =
                likeliest.contains(symbol) ? likeliest.stream() : Stream.concat(likeliest.stream(), Stream.of(symbol));
        return shown.map(i -> new ProbabilityShift(i, model.of(i), drawnFrom.of(i)))
                .toList();
    }
}
