package unroll.bench;

import java.util.List;
import java.util.Locale;

/** The middle of some figures, with the smallest and the largest. */
record Spread(double median, double least, double greatest) {
    /** Of at least one figure; where their number is even, the median is the mean of the two in the middle. */
    static Spread of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int n = sorted.size();
        double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(n - 1));
    }

    /** For example {@code 1.24 (1.19–1.31)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, least, greatest);
    }
}
