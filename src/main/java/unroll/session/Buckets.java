package unroll.session;

import java.util.ArrayList;
import java.util.List;

/**
 * A curve of any length in at most {@value #CAPACITY} buckets: every bucket but the last holds the same number of
 * values, and where all are full they are joined in pairs, so that each then holds twice as many. Not thread-safe.
 */
final class Buckets {
    static final int CAPACITY = 400;

    /** What is known of some values that followed each other; step, epoch and seconds are those of the last one. */
    record Bucket(long step, double epoch, double seconds, long count, double sum, double low, double high) {
        static Bucket of(long step, double epoch, double seconds, double value) {
            return new Bucket(step, epoch, seconds, 1, value, value, value);
        }

        Bucket then(Bucket next) {
            return new Bucket(
                    next.step,
                    next.epoch,
                    next.seconds,
                    count + next.count,
                    sum + next.sum,
                    Math.min(low, next.low),
                    Math.max(high, next.high));
        }

        Curves.Point point() {
            return new Curves.Point(step, epoch, seconds, sum / count, low, high);
        }
    }

    private final List<Bucket> buckets = new ArrayList<>(CAPACITY);
    private long width = 1;

    /** Values a full bucket holds: a power of two. */
    long width() {
        return width;
    }

    /** A copy, oldest first. */
    List<Bucket> list() {
        return List.copyOf(buckets);
    }

    List<Curves.Point> points() {
        return buckets.stream().map(Bucket::point).toList();
    }

    void clear() {
        buckets.clear();
        width = 1;
    }

    void add(Bucket value) {
        int last = buckets.size() - 1;
        if (last >= 0 && buckets.get(last).count() < width) {
            buckets.set(last, buckets.get(last).then(value));
            return;
        }
        if (buckets.size() == CAPACITY) {
            joinPairs();
        }
        buckets.add(value);
    }

    private void joinPairs() {
        for (int pair = 0; pair < CAPACITY / 2; pair++) {
            buckets.set(pair, buckets.get(2 * pair).then(buckets.get(2 * pair + 1)));
        }
        buckets.subList(CAPACITY / 2, CAPACITY).clear();
        width *= 2;
    }

    /** Takes over a list that {@link #list()} gave, with its {@link #width()}. */
    void restore(long widthThen, List<Bucket> then) {
        buckets.clear();
        buckets.addAll(then);
        width = widthThen;
    }
}
