package unroll.ui.history;

import java.util.function.LongSupplier;

/** Runs from a place to the end at a speed at which all of it would take twenty seconds. */
final class Playback {
    private static final double NANOS = 20e9;

    private final LongSupplier clock;
    private boolean running;
    private double from;
    private long began;

    /** @param clock nanoseconds that only ever grow */
    Playback(LongSupplier clock) {
        this.clock = clock;
    }

    /** @param share where to begin, from 0 to 1; from the end it begins anew */
    void start(double share) {
        running = true;
        from = share >= 1 ? 0 : share;
        began = clock.getAsLong();
    }

    void stop() {
        running = false;
    }

    boolean isRunning() {
        return running;
    }

    /** Where it is now, from 0 to 1. */
    double share() {
        return Math.min(1, from + (clock.getAsLong() - began) / NANOS);
    }
}
