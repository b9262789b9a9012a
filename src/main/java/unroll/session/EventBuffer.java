package unroll.session;

import java.util.List;
import unroll.train.TrainingEvent;

/**
 * Between the trainer, which never waits, and the screen, which looks ten times a second: keeps the newest
 * {@link TrainingEvent.Stepped} and a bounded queue of the rare events.
 */
public final class EventBuffer {
    /** Called by the trainer; never blocks. */
    public void publish(TrainingEvent event) {
        throw new UnsupportedOperationException();
    }

    /** What came since the last call, oldest first, at most one Stepped; empty where nothing did. */
    public List<TrainingEvent> drain() {
        throw new UnsupportedOperationException();
    }
}
