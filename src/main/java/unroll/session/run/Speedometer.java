package unroll.session.run;

/** Characters a second over about the last second of training. */
final class Speedometer {
    private static final long HALF_NANOS = 500_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

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
