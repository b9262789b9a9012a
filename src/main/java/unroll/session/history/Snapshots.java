package unroll.session.history;

import java.util.List;
import unroll.train.RunMetrics;

/**
 * The snapshots of the present run that are kept on disk, so that one can go back to them. Immutable.
 *
 * @param kept ascending by step
 * @param bytes of all their files
 * @param trouble a sentence that says why there are none, or why there are no more; empty where all is well
 */
public record Snapshots(List<Snapshot> kept, long bytes, String trouble) {
    /** Of no run. */
    public static final Snapshots NONE = new Snapshots(List.of(), 0, "");

    /** The preference that says whether snapshots are kept at all: {@link #KEPT}, which is the usual, or {@link #NOT_KEPT}. */
    public static final String PREFERENCE = "moments";

    public static final String KEPT = "kept";
    public static final String NOT_KEPT = "not kept";

    public Snapshots {
        kept = List.copyOf(kept);
    }

    /**
     * A snapshot between two steps.
     *
     * @param number tells it from any other one of this sitting, of the same step of another run too
     * @param metrics of the run there
     */
    public record Snapshot(long number, RunMetrics metrics) {
        public long step() {
            return metrics.step();
        }
    }
}
