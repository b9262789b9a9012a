package unroll.bench;

import com.fasterxml.jackson.databind.JsonNode;

/** A program that can do the work. */
interface Contender {
    /**
     * What it reached in one process.
     *
     * @param variant in which of its ways it did the work; empty where it has only one
     */
    record Speed(double charactersPerSecond, String variant) {}

    /** With its version, as the table names it. */
    String name();

    /** A fresh process that does the work and prints a line of JSON with {@link Measurement.Part#key()}, and {@code variant} if it likes. */
    Child process(Measurement measurement);

    /** Whether it does this work at all. */
    default boolean does(Measurement measurement) {
        return true;
    }

    /** By how much a measurement is shortened, because this program is known to take several times as long as Unroll. */
    default int slowness() {
        return 1;
    }

    /** Starts a process and waits for its end. */
    default Speed measure(Measurement measurement) {
        String key = measurement.part().key();
        Child child = process(measurement.dividedBy(slowness()));
        JsonNode result = child.json();
        double speed = result.path(key).asDouble();
        if (!(speed > 0)) {
            throw new SuiteException("\"%s\" printed no %s.".formatted(String.join(" ", child.command()), key));
        }
        return new Speed(speed, result.path("variant").asText(""));
    }
}
