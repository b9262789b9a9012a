package unroll.session.run;

import java.util.Arrays;

/**
 * Counts the time a run spends training, and from it speed and time left. A lap that is out of all proportion to the ones before
 * it counts as one of these: the machine slept meanwhile, or the program was stopped. Has no clock of its own; whoever calls says
 * what time it is, in nanoseconds that only ever grow.
 */
final class TrainingClock {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Before that the first steps, slower than all others, would make any estimate too long. */
    private static final long SETTLED_NANOS = 2_000_000_000;

    private static final int SETTLED_STEPS = 3;

    private final double secondsBefore;
    private final Speedometer speed = new Speedometer();
    private final RecentLaps steps = new RecentLaps();
    private final RecentLaps validations = new RecentLaps();
    private final RecentLaps others = new RecentLaps();
    private long nanos;
    private long stepNanos;
    private int stepsTaken;
    private long lapBegan;

    /** @param secondsBefore spent training when the run was saved */
    TrainingClock(double secondsBefore) {
        this.secondsBefore = secondsBefore;
    }

    /** From here on time counts, until the last lap is marked before the next start. */
    void start(long now) {
        lapBegan = now;
    }

    /** What came before was neither a step nor a validation. */
    void otherEnds(long now) {
        lap(now, others);
    }

    void stepEnds(long now, int characters) {
        long counted = lap(now, steps);
        speed.add(characters, counted);
        stepNanos += counted;
        stepsTaken++;
    }

    void validationEnds(long now) {
        lap(now, validations);
    }

    private long lap(long now, RecentLaps recent) {
        long counted = recent.counted(now - lapBegan);
        nanos += counted;
        lapBegan = now;
        return counted;
    }

    /** Spent training up to the last lap, in this program and before. */
    double seconds() {
        return secondsBefore + nanos / NANOS_PER_SECOND;
    }

    /** Of about the last second; 0 before the first step. */
    double charsPerSecond() {
        return speed.charsPerSecond();
    }

    /** How long so many characters take at the present speed; NaN while that cannot be told yet. */
    double secondsFor(double characters) {
        boolean settled = stepsTaken >= SETTLED_STEPS && stepNanos >= SETTLED_NANOS;
        return settled ? characters / speed.charsPerSecond() : Double.NaN;
    }

    /** The last few laps of a kind. */
    private static final class RecentLaps {
        private static final int MANY = 9;
        private static final int MIN_STEPS = 3;
        private static final long MIN_NAP = 5_000_000_000L;
        private static final long NAP_RATIO = 10;

        private final long[] laps = new long[MANY];
        private int count;

        /** As much of this lap as counts. Laps that stay long are the rule before long. */
        long counted(long nanos) {
            long typical = median();
            laps[count++ % MANY] = nanos;
            return count > MIN_STEPS && nanos > Math.max(MIN_NAP, NAP_RATIO * typical) ? typical : nanos;
        }

        /** 0 before the first lap. */
        private long median() {
            int known = Math.min(count, MANY);
            long[] sorted = Arrays.copyOf(laps, known);
            Arrays.sort(sorted);
            return known == 0 ? 0 : sorted[known / 2];
        }
    }

    /** Characters a second over about the last second of training. */
    static final class Speedometer {
        private static final long HALF_NANOS = 500_000_000;

        private long olderCharacters;
        private long olderNanos;
        private long newerCharacters;
        private long newerNanos;

        /** One step took so long and trained on so many characters. */
        void add(long characters, long nanos) {
            if (newerNanos >= HALF_NANOS) {
                olderCharacters = newerCharacters;
                olderNanos = newerNanos;
                newerCharacters = 0;
                newerNanos = 0;
            }
            newerCharacters += characters;
            newerNanos += nanos;
        }

        /** 0 before the first step. */
        double charsPerSecond() {
            long nanos = olderNanos + newerNanos;
            return nanos == 0 ? 0 : (olderCharacters + newerCharacters) * NANOS_PER_SECOND / nanos;
        }
    }
}
