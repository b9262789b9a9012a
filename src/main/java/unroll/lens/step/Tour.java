package unroll.lens.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import unroll.network.Encoder;
import unroll.network.Network;
import unroll.network.State;
import unroll.task.Example;

/**
 * A walk through a network that starts with given symbols and goes on with what is drawn, step by step, remembering every step so
 * that one can go back. Not for use by two threads at once.
 */
public final class Tour {
    private final StepWalk walk;
    private final State start;
    private final int[] given;
    private final Onward onward;
    private final UniformRandomProvider random;
    private final List<Stop> stops = new ArrayList<>();

    /** What is read when the given symbols have all been read. */
    public enum Onward {
        /** What was drawn at the step before, as where a text is written. */
        READS_WHAT_IT_DREW,
        /** Nothing: the walk ends there. */
        ENDS
    }

    /**
     * One step of it.
     *
     * @param time t, from 1
     * @param next the symbol that is read next where it is given; empty where the drawn one is, or nothing
     */
    public record Stop(int time, ForwardStep step, Draw draw, Optional<Integer> next) {
        /** y<t> to learn from: what comes next, or what was drawn where nobody knows. */
        public int target() {
            return next.orElse(draw.symbol());
        }
    }

    /**
     * @param network that reads one way; read, never changed; must not be trained meanwhile
     * @param prompt what it reads first
     * @param seed of the draws
     * @throws IllegalArgumentException with a sentence, where the network reads both ways
     */
    public Tour(Network network, Example prompt, Onward onward, long seed) {
        walk = new StepWalk(network);
        start = network.spec().hasEncoder()
                ? new Encoder(network).read(prompt.source())
                : State.zero(network.spec(), 1);
        given = prompt.inputs().clone();
        this.onward = onward;
        random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    /** Whether there is a step at this time, from 1. */
    public boolean reaches(int time) {
        return time >= 1 && (time <= given.length || onward == Onward.READS_WHAT_IT_DREW);
    }

    /**
     * The step at a time, and all before it where they have not been taken yet.
     *
     * @throws IndexOutOfBoundsException where the walk has ended before, see {@link #reaches}
     */
    public Stop stop(int time) {
        if (!reaches(time)) {
            throw new IndexOutOfBoundsException("The walk does not reach step %d.".formatted(time));
        }
        while (stops.size() < time) {
            stops.add(next());
        }
        return stops.get(time - 1);
    }

    private Stop next() {
        int read = stops.size();
        State before = read == 0 ? start : stops.get(read - 1).step().after();
        int symbol =
                read < given.length ? given[read] : stops.get(read - 1).draw().symbol();
        ForwardStep step = walk.forward(before, symbol);
        boolean known = read + 1 < given.length && onward == Onward.READS_WHAT_IT_DREW;
        return new Stop(
                read + 1,
                step,
                Draw.from(step.probabilities(), random.nextDouble()),
                known ? Optional.of(given[read + 1]) : Optional.empty());
    }

    /** The way back through a stop, see {@link StepWalk#backward}. */
    public BackwardStep backward(Stop stop, int target) {
        return walk.backward(stop.step(), target);
    }
}
