package unroll.session.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.message.Problem;
import unroll.train.RunMetrics;

/**
 * The snapshots of the present run that are kept on disk, so that one can go back to them. Immutable.
 *
 * @param kept ascending by step
 * @param bytes of all their files
 * @param trouble why there are none, or why there are no more; null where all is well
 */
public record Snapshots(
        List<Snapshot> kept, long bytes, @Nullable Problem trouble) {
    /** Of no run. */
    public static final Snapshots NONE = new Snapshots(List.of(), 0, null);

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
