package unroll.lens.coach;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The last {@link Coach#RECENT_STEPS} steps of a run, for the coach to be told about. Not for use by two threads at once. */
public final class RecentSteps {
    private final double[] losses = new double[Coach.RECENT_STEPS];
    private final double[] norms = new double[Coach.RECENT_STEPS];
    private final double[] limits = new double[Coach.RECENT_STEPS];
    private int next;
    private int seen;

    /**
     * Takes down a step, and forgets the one that has become too old.
     *
     * @param loss smoothed training loss
     * @param norm of the gradient, before clipping
     * @param limit what norms are clipped at; infinity where they are not
     */
    public void add(double loss, double norm, double limit) {
        losses[next] = loss;
        norms[next] = norm;
        limits[next] = limit;
        next = (next + 1) % Coach.RECENT_STEPS;
        seen = Math.min(seen + 1, Coach.RECENT_STEPS);
    }

    /** Forgets all, for another run. */
    public void clear() {
        next = 0;
        seen = 0;
    }

    /** The loss of the oldest step; NaN where there are fewer steps. */
    public double lossBefore() {
        return seen < Coach.RECENT_STEPS ? Double.NaN : losses[next];
    }

    /** For each step, the oldest first: its norm as a multiple of the limit, above 1 where clipping acted; 0 without a limit. */
    public List<Double> excess() {
        int oldest = seen < Coach.RECENT_STEPS ? 0 : next;
        return IntStream.range(0, seen)
                .map(i -> (oldest + i) % Coach.RECENT_STEPS)
                .mapToObj(i -> norms[i] / limits[i])
                .toList();
    }

    /** How often and how hard clipping acted. */
    public RunFacts.Gradients gradients() {
        double[] sorted = Arrays.copyOf(norms, seen);
        Arrays.sort(sorted);
        int clipped = 0;
        for (int i = 0; i < seen; i++) {
            clipped += norms[i] > limits[i] ? 1 : 0;
        }
        double median = seen == 0 ? Double.NaN : sorted[seen / 2];
        double highest = seen == 0 ? Double.NaN : sorted[seen - 1];
        int last = Math.floorMod(next - 1, Coach.RECENT_STEPS);
        return new RunFacts.Gradients(seen, clipped, median, highest, seen > 0 && Double.isFinite(limits[last]));
    }
}
