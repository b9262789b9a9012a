package unroll.ui.control;

import java.util.function.LongSupplier;

/** Runs from a place to the end at an even speed. */
public final class Playback {
    private final LongSupplier clock;
    private double nanos;
    private boolean running;
    private double from;
    private long began;

    /**
     * @param clock nanoseconds that only ever grow
     * @param seconds that all of it takes
     */
    public Playback(LongSupplier clock, double seconds) {
        this.clock = clock;
        lasting(seconds);
    }

    /** @param seconds that all of it takes, from the next start on */
    public void lasting(double seconds) {
        nanos = seconds * 1e9;
    }

    /** @param share where to begin, from 0 to 1; at the end it starts over */
    public void start(double share) {
        running = true;
        from = share >= 1 ? 0 : share;
        began = clock.getAsLong();
    }

    public void stop() {
        running = false;
    }

    public boolean isRunning() {
        return running;
    }

    /** Where it is now, from 0 to 1. */
    public double share() {
        return Math.min(1, from + (clock.getAsLong() - began) / nanos);
    }
}
