package unroll.plot;

import java.util.ArrayDeque;
import java.util.Deque;

/** Moves labels that would overlap apart, each as little as the others allow: isotonic regression of their places. */
final class Spreading {
    private Spreading() {}

    /** Labels that touch: their own places follow from where the first one begins. */
    private record LabelCluster(int count, double height, double sum) {
        /** Where it would begin, were nothing else there. */
        double preferredTop() {
            return sum / count;
        }

        double top(double low, double high) {
            return Math.max(low, Math.min(preferredTop(), high - height));
        }

        /** With the group below it. */
        LabelCluster with(LabelCluster next) {
            return new LabelCluster(count + next.count, height + next.height, sum + next.sum - next.count * height);
        }
    }

    /**
     * Where the labels begin.
     *
     * @param wanted where they would begin best, ascending
     * @param heights of the labels; together not above {@code high - low}
     */
    static double[] spread(double[] wanted, double[] heights, double low, double high) {
        Deque<LabelCluster> groups = new ArrayDeque<>();
        for (int i = 0; i < wanted.length; i++) {
            LabelCluster group = new LabelCluster(1, heights[i], wanted[i]);
            while (!groups.isEmpty()
                    && groups.getLast().top(low, high) + groups.getLast().height() > group.top(low, high)) {
                group = groups.removeLast().with(group);
            }
            groups.addLast(group);
        }
        double[] tops = new double[wanted.length];
        int i = 0;
        for (LabelCluster group : groups) {
            double top = group.top(low, high);
            for (int end = i + group.count(); i < end; i++) {
                tops[i] = top;
                top += heights[i];
            }
        }
        return tops;
    }
}
