package unroll.session.run;

import java.util.ArrayList;
import java.util.List;
import unroll.train.TrainingEvent;

/**
 * Between the trainer and the screen, which looks five times a second: keeps the newest {@link TrainingEvent.Stepped} and a
 * bounded queue of the rare events. Thread-safe; its lock is held no longer than it takes to add an event.
 */
public final class EventBuffer {
    /** Most rare events kept; beyond it the oldest sample goes first, and the oldest event where there is no sample. */
    static final int CAPACITY = 1000;

    private List<TrainingEvent> events = new ArrayList<>();

    /** Called by the trainer. */
    public synchronized void publish(TrainingEvent event) {
        if (!isRare(event)) {
            events.removeIf(before -> !isRare(before));
        } else if (events.stream().filter(EventBuffer::isRare).count() == CAPACITY) {
            dropOne();
        }
        events.add(event);
    }

    private static boolean isRare(TrainingEvent event) {
        return !(event instanceof TrainingEvent.Stepped);
    }

    private void dropOne() {
        events.stream()
                .filter(TrainingEvent.Sampled.class::isInstance)
                .findFirst()
                .or(() -> events.stream().filter(EventBuffer::isRare).findFirst())
                .ifPresent(events::remove);
    }

    /** What came since the last call, oldest first, at most one Stepped; empty where nothing did. */
    public synchronized List<TrainingEvent> drain() {
        List<TrainingEvent> drained = events;
        events = new ArrayList<>();
        return drained;
    }
}
