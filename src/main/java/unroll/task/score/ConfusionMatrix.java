package unroll.task.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which label was taken for which: a row for each right label, a column for each predicted one. */
public final class ConfusionMatrix {
    /** Examples remembered behind each cell. */
    public static final int MAX_BEHIND = 50;

    private final List<String> labels;
    private final long[][] counts;
    private final Map<LabelPair, List<Integer>> behind = new HashMap<>();

    private record LabelPair(int right, int predicted) {}

    /** @param labels by index */
    public ConfusionMatrix(List<String> labels) {
        this.labels = List.copyOf(labels);
        this.counts = new long[labels.size()][labels.size()];
    }

    /**
     * Counts one prediction.
     *
     * @param right index of the right label
     * @param predicted index of the predicted one
     * @param example which example it was
     */
    public void add(int right, int predicted, int example) {
        counts[right][predicted]++;
        List<Integer> examples = behind.computeIfAbsent(new LabelPair(right, predicted), any -> new ArrayList<>());
        if (examples.size() < MAX_BEHIND) {
            examples.add(example);
        }
    }

    /** The labels, by index. */
    public List<String> labels() {
        return labels;
    }

    /** How often a label was taken for another. */
    public long count(int right, int predicted) {
        return counts[right][predicted];
    }

    /** The first examples behind a cell, at most {@link #MAX_BEHIND}. */
    public List<Integer> examples(int right, int predicted) {
        return List.copyOf(behind.getOrDefault(new LabelPair(right, predicted), List.of()));
    }

    /** Of the examples of a label, those predicted rightly. */
    public Ratio recall(int label) {
        return new Ratio(counts[label][label], Arrays.stream(counts[label]).sum());
    }

    /**
     * The mean recall of the labels that occur: every label counts the same, however rare. Not a number without
     * examples.
     */
    public double macroAccuracy() {
        return IntStream.range(0, labels.size())
                .mapToObj(this::recall)
                .filter(recall -> recall.asked() > 0)
                .mapToDouble(Ratio::value)
                .average()
                .orElse(Double.NaN);
    }
}
