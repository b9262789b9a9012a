package unroll.ui.desk;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/** Ten times a second, on the FX thread: the only rhythm at which the window follows what happens elsewhere. */
public final class Pulse extends AnimationTimer {
    private static final long NANOS_BETWEEN = 100_000_000;

    private final List<Runnable> beats = new ArrayList<>();
    private long last = Long.MIN_VALUE;

    public void onBeat(Runnable beat) {
        beats.add(beat);
    }

    @Override
    public void handle(long now) {
        if (last == Long.MIN_VALUE || now - last >= NANOS_BETWEEN) {
            last = now;
            beats.forEach(Runnable::run);
        }
    }
}
