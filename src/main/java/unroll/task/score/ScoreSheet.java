package unroll.task.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unroll.task.Batch;
import unroll.task.Example;
import unroll.task.Examples;
import unroll.task.Judge;
import unroll.task.Layout;
import unroll.task.Pair;
import unroll.task.Symbol;

/** Counts right and wrong answers, example by example. */
public final class ScoreSheet {
    private final Layout layout;
    private final Examples examples;
    private final Judge judge;
    private final @Nullable ConfusionMatrix confusion;
    private final List<Share> byPlace = new ArrayList<>();
    private Share accuracy = Share.NONE;
    private Share exactMatch = Share.NONE;
    private Share restored = Share.NONE;

    public ScoreSheet(Layout layout, Examples examples, Judge judge) {
        this.layout = layout;
        this.examples = examples;
        this.judge = judge;
        List<String> labels = layout.alphabets().output().labels();
        this.confusion = labels.isEmpty() ? null : new ConfusionMatrix(labels);
    }

    /**
     * Counts an example that is asked step by step.
     *
     * @param index of the example
     * @param predicted the most likely output symbol at every step of the example, without padding; those at steps
     *     without a     target are passed over
     */
    public Verdict addSteps(int index, int[] predicted) {
        Example example = examples.example(index);
        if (predicted.length != example.targets().length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Example %d has %d steps; got %d predictions.",
                    index,
                    example.targets().length,
                    predicted.length));
        }
        Pair pair = examples.pair(index);
        int place = 0;
        boolean exact = true;
        for (int t = 0; t < predicted.length; t++) {
            int target = example.targets()[t];
            if (target != Batch.NO_TARGET) {
                Verdict verdict = judge(pair, place++, target, predicted[t]);
                count(t, verdict);
                countRestored(example, t, verdict);
                countLabel(index, target, predicted[t]);
                exact &= verdict == Verdict.RIGHT;
            }
        }
        return finish(Verdict.of(exact));
    }

    /**
     * Counts an example whose answer was written symbol by symbol.
     *
     * @param index of the example
     * @param written the written symbols with the mark that ended them; without it where writing was cut off
     */
    public Verdict addWritten(int index, int[] written) {
        int[] targets = examples.example(index).targets();
        Pair pair = examples.pair(index);
        boolean exact = true;
        for (int place = 0; place < targets.length; place++) {
            Verdict verdict =
                    place < written.length ? judge(pair, place, targets[place], written[place]) : Verdict.WRONG;
            count(place, verdict);
            exact &= verdict == Verdict.RIGHT;
        }
        return finish(Verdict.of(exact));
    }

    /** What was counted so far; the confusion matrix goes on counting. */
    public Score score() {
        return new Score(accuracy, exactMatch, restored, List.copyOf(byPlace), Optional.ofNullable(confusion));
    }

    private Verdict judge(Pair pair, int place, int target, int predicted) {
        Symbol right = layout.alphabets().output().symbol(target);
        Symbol said = layout.alphabets().output().symbol(predicted);
        return Verdict.of(judge.accepts(pair, place, right, said));
    }

    private void count(int place, Verdict verdict) {
        while (byPlace.size() <= place) {
            byPlace.add(Share.NONE);
        }
        byPlace.set(place, byPlace.get(place).and(verdict));
        accuracy = accuracy.and(verdict);
    }

    private void countRestored(Example example, int t, Verdict verdict) {
        Symbol read = layout.alphabets().input().symbol(example.inputs()[t]);
        Symbol asked = layout.alphabets().output().symbol(example.targets()[t]);
        if (!read.equals(asked)) {
            restored = restored.and(verdict);
        }
    }

    private void countLabel(int index, int target, int predicted) {
        if (confusion != null) {
            confusion.add(target, predicted, index);
        }
    }

    private Verdict finish(Verdict exact) {
        exactMatch = exactMatch.and(exact);
        return exact;
    }
}
