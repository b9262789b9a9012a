package unroll.session.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Keeps a bounded number of snapshots of a run of any length, evenly spread over it. When they are too many every second is
 * dropped, and from then on they are taken half as often. So once they have been full, more than
 * half of those allowed are always there, each as far from the next as any other; the first is never dropped, and the one just
 * taken neither.
 *
 * <p>Most happens in the first steps. Where many snapshots are allowed, those of the steps 1, 2, 4, 8 and so on are kept besides,
 * and never dropped.
 *
 * <p>Knows steps alone; whoever uses it writes and deletes the files.
 */
final class Retention {
    /** Snapshots allowed from which on those of the powers of two are kept besides. */
    private static final int MIN_WITH_POWERS = 128;

    /** Powers of two that a run may come to. */
    private static final int POWERS = 40;

    private final boolean keepsPowers;
    private final int capacity;
    private final NavigableSet<Long> kept = new TreeSet<>();
    /** Powers of two between those that are evenly spread. */
    private final NavigableSet<Long> powers = new TreeSet<>();

    private long spacing;

    /**
     * @param capacity snapshots at most, at least 2; an odd number counts as the even one below it
     * @param spacing steps between two snapshots to begin with; at least 1
     */
    Retention(int capacity, long spacing) {
        if (capacity < 2 || spacing < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The history of a run keeps at least 2 snapshots, at least 1 step apart; got %d, %d steps apart.",
                    capacity,
                    spacing));
        }
        // With one too many their number is odd, so that of every second one the first and the last stay.
        keepsPowers = capacity >= MIN_WITH_POWERS;
        int even = keepsPowers ? capacity - POWERS : capacity;
        this.capacity = even - even % 2;
        this.spacing = spacing;
    }

    /**
     * Goes on with what was kept of a run before.
     *
     * @param steps of the snapshots that are there, in any order
     * @return those to be deleted, where there are more than allowed
     */
    List<Long> resume(Iterable<Long> steps) {
        kept.clear();
        powers.clear();
        steps.forEach(step -> (isPower(step) ? powers : kept).add(step));
        widen(spacing);
        return thin();
    }

    /** Whether a snapshot of this step is due, which is behind all others. */
    boolean isDue(long step) {
        return step > last() && (isFarEnough(step) || isPower(step));
    }

    /** The last step of which there is a snapshot; −1 where there is none. */
    private long last() {
        return Math.max(kept.isEmpty() ? -1 : kept.last(), powers.isEmpty() ? -1 : powers.last());
    }

    private boolean isFarEnough(long step) {
        return kept.isEmpty() || step >= kept.last() + spacing;
    }

    /** Whether a snapshot of this step is kept for good, beside those that are evenly spread. */
    boolean isPower(long step) {
        return keepsPowers && Long.bitCount(step) == 1 && step < 1L << POWERS;
    }

    /**
     * Takes note of a snapshot that has been taken.
     *
     * @param step behind all others
     * @return the steps whose snapshots are to be deleted, ascending; never this one
     */
    List<Long> add(long step) {
        if (step <= last()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A snapshot of step %,d cannot follow one of step %,d; forget what came after first.",
                    step,
                    last()));
        }
        (isFarEnough(step) || !isPower(step) ? kept : powers).add(step);
        return thin();
    }

    private List<Long> thin() {
        List<Long> dropped = new ArrayList<>();
        while (kept.size() > capacity) {
            dropped.addAll(dropEverySecond());
            widen(2 * spacing);
        }
        dropped.sort(null);
        return dropped;
    }

    /** Those to come are as far apart as those that are there: whoever takes them may have taken fewer than were due. */
    private void widen(long min) {
        spacing = kept.size() < 2 ? min : Math.max(min, (kept.last() - kept.first()) / (kept.size() - 1));
    }

    /** The second, fourth, sixth and so on, but never the last. */
    private List<Long> dropEverySecond() {
        List<Long> steps = new ArrayList<>(kept);
        List<Long> dropped = new ArrayList<>();
        for (int i = 1; i < steps.size() - 1; i += 2) {
            dropped.add(steps.get(i));
        }
        dropped.forEach(kept::remove);
        dropped.stream().filter(this::isPower).forEach(powers::add);
        dropped.removeIf(this::isPower);
        return dropped;
    }

    /**
     * The run goes on from an earlier step, and what came after it is no longer its past.
     *
     * @return the steps whose snapshots are to be deleted, ascending
     */
    List<Long> forgetAfter(long step) {
        List<Long> dropped = steps().stream().filter(later -> later > step).toList();
        dropped.forEach(kept::remove);
        dropped.forEach(powers::remove);
        return dropped;
    }

    /** The steps of which there are snapshots, ascending. */
    List<Long> steps() {
        NavigableSet<Long> all = new TreeSet<>(kept);
        all.addAll(powers);
        return List.copyOf(all);
    }

    /** Steps between two snapshots from now on. */
    long spacing() {
        return spacing;
    }
}
