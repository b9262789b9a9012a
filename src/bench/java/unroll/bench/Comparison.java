package unroll.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import unroll.bench.Measurement.Part;

/**
 * One row of the table.
 *
 * @param atLeast the least ratio of Unroll's speed over the peer's that is good enough
 * @param aim the ratio that is hoped for
 */
record Comparison(Part part, Work work, int threads, Contender peer, double atLeast, double aim) {
    private static final int CHARACTERS = 50_000;

    /** LSTM 2×128, the work that several peers do. */
    private static final Work LSTM = training("lstm", 128);

    private static Work training(String cell, int hidden) {
        return new Work(cell, hidden, 2, 50, 50);
    }

    static List<Comparison> withPyTorch(Contender torch) {
        Work smallest = new Work("elman", 100, 1, 1, 25);
        return List.of(
                new Comparison(Part.TRAINING, LSTM, 1, torch, 1.0, 1.3),
                new Comparison(Part.TRAINING, LSTM, 2, torch, 1.0, 1.3),
                new Comparison(Part.TRAINING, training("lstm", 512), 1, torch, 0.9, 1.1),
                new Comparison(Part.TRAINING, training("lstm", 512), 2, torch, 0.9, 1.1),
                new Comparison(Part.TRAINING, training("gru", 128), 1, torch, 2, 3),
                new Comparison(Part.TRAINING, training("gru", 128), 2, torch, 2, 3),
                new Comparison(Part.TRAINING, training("elman", 128), 1, torch, 1.2, 1.5),
                new Comparison(Part.TRAINING, training("elman", 128), 2, torch, 1.2, 1.5),
                new Comparison(Part.TRAINING, smallest, 1, torch, 5, 10),
                new Comparison(Part.SAMPLING, new Work("lstm", 128, 2, 1, 1), 1, torch, 5, 10),
                new Comparison(Part.SAMPLING, new Work("elman", 128, 1, 1, 1), 1, torch, 5, 10));
    }

    /** As shipped it takes all cores, so Unroll gets its two threads. */
    static List<Comparison> withDl4j(Build build) {
        return List.of(
                new Comparison(Part.TRAINING, LSTM, 2, Dl4j.AS_SHIPPED.in(build), 10, 20),
                new Comparison(Part.TRAINING, LSTM, 1, Dl4j.AT_ITS_BEST.in(build), 4, 6));
    }

    /** What is done, for example {@code training LSTM 2×128, batch 50, window 50}. */
    String label() {
        return part == Part.TRAINING ? "training " + work.label() : "sampling " + work.network() + ", batch 1";
    }

    /** Whether all these words are in the row, the number of threads as {@code 1-thread} or {@code 2-threads}. */
    boolean matches(String words) {
        String row =
                String.format(Locale.ROOT, "%s %d-thread%s %s", label(), threads, threads == 1 ? "" : "s", peer.name());
        return Stream.of(plain(words).split("\\s+")).allMatch(plain(row)::contains);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('×', 'x');
    }

    /** @param steps training steps, or 0 for as many as take some seconds */
    Measurement ours(int steps) {
        return new Measurement(part, work, threads, count(steps));
    }

    /** The same work; a slow peer does less of it, so that both take some seconds. */
    Measurement theirs(int steps) {
        return new Measurement(part, work, threads, Math.max(1, count(steps) / peer.slowness(part)));
    }

    private int count(int steps) {
        if (part == Part.SAMPLING) {
            return CHARACTERS;
        }
        return steps > 0 ? steps : work.steps();
    }
}
