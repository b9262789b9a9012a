package unroll.session.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import unroll.train.TrainingEvent;

/**
 * Between the trainer, which never waits, and the screen, which looks five times a second: keeps the newest
 * {@link TrainingEvent.Stepped} and a bounded queue of the rare events. What it holds is one immutable value that is
 * swapped in a single operation, so no thread ever holds up another.
 */
public final class EventBuffer {
    /** Most rare events kept; beyond it the oldest sample goes first, and the oldest event where there is no sample. */
    static final int CAPACITY = 1000;

    private final AtomicReference<Held> held = new AtomicReference<>(Held.NOTHING);

    /** Called by the trainer; never blocks. */
    public void publish(TrainingEvent event) {
        held.updateAndGet(before -> before.with(event));
    }

    /** What came since the last call, oldest first, at most one Stepped; empty where nothing did. */
    public List<TrainingEvent> drain() {
        return held.getAndSet(Held.NOTHING).oldestFirst();
    }

    /** An event, when it came, and the one that came before it. */
    private record Node(
            TrainingEvent event, long order, @Nullable Node before) {}

    /** @param count number of rare events */
    private record Held(@Nullable Node stepped, @Nullable Node rare, int count, long nextOrder) {
        static final Held NOTHING = new Held(null, null, 0, 0);

        Held with(TrainingEvent event) {
            if (event instanceof TrainingEvent.Stepped) {
                return new Held(new Node(event, nextOrder, null), rare, count, nextOrder + 1);
            }
            Held base = count < CAPACITY ? this : withoutOne();
            return new Held(stepped, new Node(event, nextOrder, base.rare), base.count + 1, nextOrder + 1);
        }

        /** Without its oldest sample, or without its oldest event where it holds no sample. */
        private Held withoutOne() {
            List<Node> nodes = rareOldestFirst();
            int sample = 0;
            while (sample < nodes.size() && !(nodes.get(sample).event() instanceof TrainingEvent.Sampled)) {
                sample++;
            }
            nodes.remove(sample < nodes.size() ? sample : 0);
            Node newest = null;
            for (Node node : nodes) {
                newest = new Node(node.event(), node.order(), newest);
            }
            return new Held(stepped, newest, nodes.size(), nextOrder);
        }

        private List<Node> rareOldestFirst() {
            List<Node> nodes = new ArrayList<>(count + 1);
            for (Node node = rare; node != null; node = node.before()) {
                nodes.add(node);
            }
            Collections.reverse(nodes);
            return nodes;
        }

        List<TrainingEvent> oldestFirst() {
            List<Node> nodes = rareOldestFirst();
            if (stepped != null) {
                int place = nodes.size();
                while (place > 0 && nodes.get(place - 1).order() > stepped.order()) {
                    place--;
                }
                nodes.add(place, stepped);
            }
            return nodes.stream().map(Node::event).toList();
        }
    }
}
