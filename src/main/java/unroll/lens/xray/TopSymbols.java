package unroll.lens.xray;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Finds the few symbols of which there is most. */
final class TopSymbols {
    private TopSymbols() {}

    /**
     * The symbols with the largest positive amounts, largest first, the earlier one first of equals.
     *
     * @param symbols V
     * @param count how many at most; V·count steps are taken, for there are few
     */
    static List<Integer> of(int symbols, int count, IntToDoubleFunction amount) {
        List<Integer> found = new ArrayList<>();
        double below = Double.POSITIVE_INFINITY;
        int behind = -1;
        while (found.size() < count) {
            int best = -1;
            double most = 0;
            for (int i = 0; i < symbols; i++) {
                double each = amount.applyAsDouble(i);
                boolean left = each < below || (each == below && i > behind);
                if (left && each > most) {
                    best = i;
                    most = each;
                }
            }
            if (best < 0) {
                break;
            }
            found.add(best);
            below = most;
            behind = best;
        }
        return found;
    }
}
