package unroll.spark;

import java.io.Serializable;
import java.util.Locale;

/**
 * Where partitions leave after a round what they go on with by themselves.
 *
 * @param partitions of the text
 * @param steps of every partition so far
 * @param isThere whether they have left it; where not, they begin at their texts' places with an empty state
 */
record PartitionFolder(int partitions, long steps, boolean isThere) implements Serializable {
    static final String ALL = "partitions";

    String name() {
        return String.format(Locale.ROOT, "%s/%d-at-step-%d", ALL, partitions, steps);
    }

    /** @param partition from 0 */
    String file(int partition) {
        return String.format(Locale.ROOT, "%s/part-%05d", name(), partition);
    }
}
