package unroll.bench;

/**
 * One run of one program.
 *
 * @param count training steps, or characters to write
 */
record Measurement(Part part, Work work, int threads, int count) {
    private static final int MIN_WARM_UP = 10;
    private static final int MAX_WARM_UP = 1000;

    /** What is measured. */
    enum Part {
        TRAINING("training", "trainCharsPerSecond"),
        SAMPLING("sampling", "sampleCharsPerSecond");

        private final String title;
        private final String key;

        Part(String title, String key) {
            this.title = title;
            this.key = key;
        }

        String title() {
            return title;
        }

        /** Where a program's line of JSON holds the characters a second. */
        String key() {
            return key;
        }
    }

    /** The same work so many times shorter. */
    Measurement dividedBy(int factor) {
        return new Measurement(part, work, threads, Math.max(1, count / factor));
    }

    /** Training steps before the first that counts: a quarter, so that the JIT compiler is done with small networks too. */
    int warmUp() {
        return Math.max(MIN_WARM_UP, Math.min(MAX_WARM_UP, count / 4));
    }
}
