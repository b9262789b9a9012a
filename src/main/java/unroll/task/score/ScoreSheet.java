package unroll.task.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unroll.task.AlphabetEntry;
import unroll.task.Batch;
import unroll.task.Example;
import unroll.task.Examples;
import unroll.task.InputOutput;
import unroll.task.Layout;
import unroll.task.Matcher;

/** Counts right and wrong answers, example by example. */
public final class ScoreSheet {
    private final Layout layout;
    private final Examples examples;
    private final Matcher matcher;
    private final @Nullable ConfusionMatrix confusion;
    private final List<Ratio> byPlace = new ArrayList<>();
    private Ratio accuracy = Ratio.NONE;
    private Ratio exactMatch = Ratio.NONE;
    private Ratio restored = Ratio.NONE;

    public ScoreSheet(Layout layout, Examples examples, Matcher matcher) {
        this.layout = layout;
        this.examples = examples;
        this.matcher = matcher;
        List<String> labels = layout.alphabets().output().labels();
        this.confusion = labels.isEmpty() ? null : new ConfusionMatrix(labels);
    }

    /**
     * Counts an example that is asked step by step.
     *
     * @param index of the example
     * @param predicted the most likely output symbol at every step of the example, without padding; those at steps
     *     without a target are passed over
     * @return whether all of it is right
     */
    public boolean addSteps(int index, int[] predicted) {
        Example example = examples.example(index);
        if (predicted.length != example.targets().length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Example %d has %d steps; got %d predictions.",
                    index,
                    example.targets().length,
                    predicted.length));
        }
        InputOutput pair = examples.pair(index);
        int place = 0;
        boolean exact = true;
        for (int t = 0; t < predicted.length; t++) {
            int target = example.targets()[t];
            if (target != Batch.NO_TARGET) {
                boolean right = isRight(pair, place++, target, predicted[t]);
                count(t, right);
                countRestored(example, t, right);
                countLabel(index, target, predicted[t]);
                exact &= right;
            }
        }
        exactMatch = exactMatch.and(exact);
        return exact;
    }

    /**
     * Counts an example whose answer was written symbol by symbol.
     *
     * @param index of the example
     * @param written the written symbols with the mark that ended them; without it where writing was cut off
     * @return whether all of it is right
     */
    public boolean addWritten(int index, int[] written) {
        int[] targets = examples.example(index).targets();
        InputOutput pair = examples.pair(index);
        boolean exact = true;
        for (int place = 0; place < targets.length; place++) {
            boolean right = place < written.length && isRight(pair, place, targets[place], written[place]);
            count(place, right);
            exact &= right;
        }
        exactMatch = exactMatch.and(exact);
        return exact;
    }

    /** What was counted so far; the confusion matrix goes on counting. */
    public TaskScore score() {
        return new TaskScore(accuracy, exactMatch, restored, List.copyOf(byPlace), Optional.ofNullable(confusion));
    }

    private boolean isRight(InputOutput pair, int place, int target, int predicted) {
        AlphabetEntry right = layout.alphabets().output().symbol(target);
        AlphabetEntry answer = layout.alphabets().output().symbol(predicted);
        return matcher.accepts(pair, place, right, answer);
    }

    private void count(int place, boolean right) {
        while (byPlace.size() <= place) {
            byPlace.add(Ratio.NONE);
        }
        byPlace.set(place, byPlace.get(place).and(right));
        accuracy = accuracy.and(right);
    }

    private void countRestored(Example example, int t, boolean right) {
        AlphabetEntry read = layout.alphabets().input().symbol(example.inputs()[t]);
        AlphabetEntry asked = layout.alphabets().output().symbol(example.targets()[t]);
        if (!read.equals(asked)) {
            restored = restored.and(right);
        }
    }

    private void countLabel(int index, int target, int predicted) {
        if (confusion != null) {
            confusion.add(target, predicted, index);
        }
    }
}
