package unroll.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Where the largest of some numbers lie: the likeliest symbols. The first of equals comes first. */
public final class Argmax {
    private Argmax() {}

    /**
     * The place of the largest entry.
     *
     * @param logits at least one
     */
    public static int of(float[] logits) {
        return of(logits, 0, logits.length);
    }

    /** The place of the largest of {@code count} entries from {@code from} on, counted from there. */
    private static int of(float[] logits, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = logits[from + i] > logits[from + best] ? i : best;
        }
        return best;
    }

    /** The place of the largest entry. */
    public static int of(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /**
     * The likeliest symbol of every step.
     *
     * @param logits [V × B·T] column after column
     * @param outputs V
     * @return a symbol for each of the B·T
     */
    public static int[] ofColumns(float[] logits, int outputs) {
        int[] likeliest = new int[logits.length / outputs];
        for (int column = 0; column < likeliest.length; column++) {
            likeliest[column] = of(logits, column * outputs, outputs);
        }
        return likeliest;
    }

    /**
     * The symbols with the largest positive amounts, largest first.
     *
     * @param symbols V
     * @param count how many at most; V·count steps are taken, for there are few
     */
    public static List<Integer> topK(int symbols, int count, IntToDoubleFunction amount) {
        List<Integer> found = new ArrayList<>();
        double below = Double.POSITIVE_INFINITY;
        int behind = -1;
        while (found.size() < count) {
            int best = -1;
            double max = 0;
            for (int i = 0; i < symbols; i++) {
                double each = amount.applyAsDouble(i);
                boolean left = each < below || (each == below && i > behind);
                if (left && each > max) {
                    best = i;
                    max = each;
                }
            }
            if (best < 0) {
                break;
            }
            found.add(best);
            below = max;
            behind = best;
        }
        return found;
    }
}
