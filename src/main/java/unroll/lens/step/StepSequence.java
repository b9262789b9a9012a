package unroll.lens.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.reference.ReferenceState;
import unroll.task.Batch;
import unroll.task.Example;
import unroll.task.RandomStreams;

/**
 * A walk through a network that starts with given symbols and goes on with what is drawn, step by step, remembering every step so
 * that one can go back. An encoder's steps come before its decoder's. Not for use by two threads at once.
 */
public final class StepSequence {
    /** Symbols given at most: every step keeps some dozen numbers a hidden unit. */
    public static final int MAX_GIVEN = 60;

    private final StepWalk walk;
    private final int sourceSteps;
    private final ReferenceState start;
    private final int[] given;
    private final Onward onward;
    private final boolean bidirectional;
    private final UniformRandomProvider random;
    private final List<VisitedStep> stops = new ArrayList<>();

    /** What is read when the given symbols have all been read, and which steps are asked for an answer. */
    public enum Onward {
        /** What was drawn at the step before, as where a text is written; every step is asked. */
        READS_WHAT_IT_DREW,
        /** Nothing: the walk ends there; every step is asked. */
        ENDS,
        /** Nothing; only the last step is asked. */
        ENDS_WITH_THE_ANSWER
    }

    /** Whose gradient goes back. */
    public enum Loss {
        /** That of one step alone. */
        OF_ONE_STEP,
        /** The sum over all steps of the walk so far, and those with given symbols at least. */
        OF_ALL_STEPS
    }

    /**
     * One symbol drawn at temperature 1: the probabilities are laid end to end from 0 to 1, in the order of the symbols, and the one
     * that a random number falls on is taken.
     *
     * @param random the random number, 0 to below 1
     * @param symbol what was drawn
     * @param from where the symbol's stretch begins
     * @param to where it ends
     */
    public record SymbolDraw(double random, int symbol, double from, double to) {
        /** @param probabilities that add up to 1 */
        static SymbolDraw from(double[] probabilities, double random) {
            double from = 0;
            int last = 0;
            double lastFrom = 0;
            for (int i = 0; i < probabilities.length; i++) {
                if (random < from + probabilities[i]) {
                    return new SymbolDraw(random, i, from, from + probabilities[i]);
                }
                if (probabilities[i] > 0) {
                    last = i;
                    lastFrom = from;
                }
                from += probabilities[i];
            }
            return new SymbolDraw(random, last, lastFrom, from); // rounding ate the rest
        }
    }

    /**
     * One step of it.
     *
     * @param time t, from 1, the encoder's steps counted too
     * @param draw empty where nothing is asked: in an encoder, and before the step that is
     * @param next the symbol that is read next where it is given; empty where the drawn one is, or nothing
     */
    public record VisitedStep(int time, StepFormulas step, Optional<SymbolDraw> draw, Optional<Integer> next) {
        /** y<t> to learn from: what comes next, or what was drawn where nobody knows; {@link Batch#NO_TARGET} where nothing is asked. */
        public int target() {
            return next.or(() -> draw.map(SymbolDraw::symbol)).orElse(Batch.NO_TARGET);
        }

        /** Whether it has a loss. */
        public boolean asked() {
            return draw.isPresent();
        }
    }

    /**
     * @param network read, never changed; must not be trained meanwhile
     * @param prompt what it reads first
     * @param seed of the draws
     * @throws ProblemException where there is too much to read
     */
    public StepSequence(Network network, Example prompt, Onward onward, long seed) {
        int length = prompt.source().length + prompt.inputs().length;
        if (length > MAX_GIVEN) {
            throw Reason.WALK_TOO_LONG.exception(MAX_GIVEN, length);
        }
        walk = new StepWalk(network);
        sourceSteps = prompt.source().length;
        given = prompt.inputs().clone();
        this.onward = onward;
        bidirectional = network.spec().directions() == Directions.BIDIRECTIONAL;
        random = RandomStreams.draws(seed);
        if (network.spec().hasEncoder()) {
            walk.encode(prompt.source()).forEach(step -> stops.add(silent(step)));
        }
        start = stops.isEmpty()
                ? walk.zeroState()
                : walk.after(stops.get(sourceSteps - 1).step());
        if (bidirectional) {
            walk.forward(start, given).forEach(step -> stops.add(stop(step)));
        }
    }

    /** Steps of the encoder; 0 where there is none. */
    public int sourceSteps() {
        return sourceSteps;
    }

    /** Whether there is a step at this time, from 1. */
    public boolean reaches(int time) {
        boolean writes = onward == Onward.READS_WHAT_IT_DREW && !bidirectional;
        return time >= 1 && (time <= sourceSteps + given.length || writes);
    }

    /**
     * The step at a time, and all before it where they have not been taken yet.
     *
     * @throws IndexOutOfBoundsException where the walk has ended before, see {@link #reaches}
     */
    public VisitedStep stop(int time) {
        if (!reaches(time)) {
            throw new IndexOutOfBoundsException(String.format(Locale.ROOT, "The walk does not reach step %d.", time));
        }
        while (stops.size() < time) {
            stops.add(next());
        }
        return stops.get(time - 1);
    }

    private VisitedStep next() {
        int read = stops.size() - sourceSteps;
        ReferenceState before =
                read == 0 ? start : walk.after(stops.get(stops.size() - 1).step());
        return stop(walk.forward(before, read < given.length ? given[read] : drawn())
                .get(0));
    }

    private int drawn() {
        return stops.get(stops.size() - 1).draw().orElseThrow().symbol();
    }

    private VisitedStep silent(StepFormulas step) {
        return new VisitedStep(stops.size() + 1, step, Optional.empty(), Optional.empty());
    }

    /** Of the network, or of the decoder. */
    private VisitedStep stop(StepFormulas step) {
        int read = stops.size() - sourceSteps;
        if (onward == Onward.ENDS_WITH_THE_ANSWER && read < given.length - 1) {
            return silent(step);
        }
        boolean known = read + 1 < given.length && onward == Onward.READS_WHAT_IT_DREW;
        return new VisitedStep(
                stops.size() + 1,
                step,
                Optional.of(SymbolDraw.from(step.probabilities(), random.nextDouble())),
                known ? Optional.of(given[read + 1]) : Optional.empty());
    }

    /** The last step whose loss is part of that of all steps: the last one given, or the last one taken. */
    public int end() {
        return Math.max(sourceSteps + given.length, stops.size());
    }

    /**
     * The backward pass from a loss, through all steps up to it that are wanted.
     *
     * @param loss of the step at {@code time} alone, or of all up to {@link #end}
     * @param from time of the first step that is wanted
     * @param time of the last step that is wanted
     */
    public List<StepFormulas> backward(Loss loss, int from, int time) {
        boolean all = loss == Loss.OF_ALL_STEPS;
        // Where layers are bidirectional, what comes before matters too, and so does what comes after.
        int first = bidirectional ? 1 : from;
        int last = all || bidirectional ? end() : time;
        stop(last);
        List<VisitedStep> part = stops.subList(first - 1, last);
        int[] targets = new int[part.size()];
        Arrays.setAll(targets, i -> all || first + i == time ? part.get(i).target() : Batch.NO_TARGET);
        List<StepFormulas> back =
                walk.backward(part.stream().map(VisitedStep::step).toList(), targets);
        return back.subList(from - first, time - first + 1);
    }
}
