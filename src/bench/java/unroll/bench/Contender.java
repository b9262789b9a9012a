package unroll.bench;

/** A program that can do the work. */
interface Contender {
    /** With its version, as the table names it. */
    String name();

    /** A fresh process that does the work and prints a line of JSON with {@link Measurement.Part#key()}. */
    Child process(Measurement measurement);

    /** By how much a measurement is shortened, because this program is known to take several times as long as Unroll. */
    default int slowness(Measurement.Part part) {
        return 1;
    }

    /** Characters a second; starts a process and waits for its end. */
    default double charactersPerSecond(Measurement measurement) {
        String key = measurement.part().key();
        Child child = process(measurement);
        double speed = child.json().path(key).asDouble();
        if (!(speed > 0)) {
            throw new SuiteException("\"%s\" told no %s.".formatted(String.join(" ", child.command()), key));
        }
        return speed;
    }
}
