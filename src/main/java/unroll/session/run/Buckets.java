package unroll.session.run;

import java.util.ArrayList;
import java.util.List;
import unroll.train.ExponentialAverage;

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

        double mean() {
            return sum / count;
        }

        Curves.Point point(double smoothed) {
            return new Curves.Point(step, epoch, seconds, mean(), low, high, smoothed);
        }
    }

    private final List<Bucket> buckets = new ArrayList<>(CAPACITY);
    private long width = 1;
    /** Of all buckets but the last, since the average restarted; each counts as one value. */
    private ExponentialAverage average = new ExponentialAverage(ExponentialAverage.DEFAULT_DECAY);

    private double decay = ExponentialAverage.DEFAULT_DECAY;
    /** Index of the bucket with which the average restarted. */
    private int begin;

    /** Values a full bucket holds: a power of two. */
    long width() {
        return width;
    }

    /** A copy, oldest first. */
    List<Bucket> list() {
        return List.copyOf(buckets);
    }

    List<Curves.Point> points() {
        List<Curves.Point> points = new ArrayList<>(buckets.size());
        ExponentialAverage before = new ExponentialAverage(decay);
        for (int i = 0; i < buckets.size(); i++) {
            if (i == begin) {
                before.clear();
            }
            Bucket bucket = buckets.get(i);
            points.add(bucket.point(before.with(bucket.mean(), share(bucket))));
            before.add(bucket.mean());
        }
        return List.copyOf(points);
    }

    /** The smoothed value of the last point; NaN where there is none. */
    double smoothed() {
        if (buckets.isEmpty()) {
            return Double.NaN;
        }
        Bucket last = buckets.get(buckets.size() - 1);
        return average.with(last.mean(), share(last));
    }

    /** The last bucket grows, and so does its weight in the average: it does not jump where a bucket begins. */
    private double share(Bucket bucket) {
        return (double) bucket.count() / width;
    }

    /** @param past share of the past in the smoothed values, from 0 to below 1 */
    void setSmoothing(double past) {
        decay = past;
        average();
    }

    /** What follows is smoothed without what was before. */
    void restartSmoothing() {
        begin = buckets.size();
    }

    private void average() {
        average = new ExponentialAverage(decay);
        for (int i = 0; i < buckets.size(); i++) {
            averageBefore(i);
        }
    }

    /** Moves the average on to what it is before this bucket. */
    private void averageBefore(int bucket) {
        if (bucket == begin) {
            average.clear();
        } else if (bucket > 0) {
            average.add(buckets.get(bucket - 1).mean());
        }
    }

    void clear() {
        restore(CurvesJson.Curve.NONE);
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
        averageBefore(buckets.size() - 1);
    }

    private void joinPairs() {
        for (int pair = 0; pair < CAPACITY / 2; pair++) {
            buckets.set(pair, buckets.get(2 * pair).then(buckets.get(2 * pair + 1)));
        }
        buckets.subList(CAPACITY / 2, CAPACITY).clear();
        width *= 2;
        begin = (begin + 1) / 2;
        average();
    }

    /** Takes over what {@link #list()} and {@link #width()} gave. */
    void restore(CurvesJson.Curve then) {
        buckets.clear();
        buckets.addAll(then.buckets());
        width = then.width();
        begin = 0;
        average();
    }
}
