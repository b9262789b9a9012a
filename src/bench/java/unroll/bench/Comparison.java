package unroll.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import unroll.bench.Measurement.Part;

/**
 * One row of the table: a work that Unroll and its peers do.
 *
 * @param atLeast the least ratio of Unroll's speed over the fastest peer's that is good enough
 * @param aim the ratio that is hoped for
 */
record Comparison(Part part, Work work, int threads, double atLeast, double aim) {
    private static final int CHARACTERS = 100_000;

    static final List<Comparison> ALL = List.of(
            training("lstm", 128, 1, 1.15, 1.35),
            training("lstm", 128, 2, 1.15, 1.35),
            training("lstm", 512, 1, 1.05, 1.15),
            training("lstm", 512, 2, 1.05, 1.15),
            training("gru", 128, 1, 1.15, 1.4),
            training("gru", 128, 2, 1.15, 1.4),
            training("elman", 128, 1, 1.2, 1.5),
            training("elman", 128, 2, 1.2, 1.5),
            new Comparison(Part.TRAINING, new Work("elman", 100, 1, 1, 25), 1, 2.5, 4),
            new Comparison(Part.SAMPLING, new Work("lstm", 128, 2, 1, 1), 1, 1.2, 2),
            new Comparison(Part.SAMPLING, new Work("elman", 128, 1, 1, 1), 1, 1.2, 2));

    private static Comparison training(String cell, int hidden, int threads, double atLeast, double aim) {
        return new Comparison(Part.TRAINING, new Work(cell, hidden, 2, 50, 50), threads, atLeast, aim);
    }

    /** What is done, for example {@code training LSTM 2×128, batch 50, window 50}. */
    String label() {
        return part == Part.TRAINING ? "training " + work.label() : "sampling " + work.network() + ", batch 1";
    }

    /** Whether all these words are in the row, the number of threads as {@code 1-thread} or {@code 2-threads}. */
    boolean matches(String words) {
        String row = plain(String.format(Locale.ROOT, "%s %d-thread%s", label(), threads, threads == 1 ? "" : "s"));
        return Stream.of(plain(words).split("\\s+")).allMatch(row::contains);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('×', 'x');
    }

    /** @param steps training steps, or 0 for as many as take some seconds */
    Measurement measurement(int steps) {
        return new Measurement(
                part, work, threads, part == Part.SAMPLING ? CHARACTERS : steps > 0 ? steps : work.steps());
    }

    /** Operations in the matrix products of one character. */
    double operationsPerCharacter() {
        double training = work.operations() / work.charactersPerStep();
        return part == Part.TRAINING ? training : training / 3;
    }
}
