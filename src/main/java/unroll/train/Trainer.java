package unroll.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.commons.rng.RandomProviderState;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.jspecify.annotations.Nullable;
import unroll.matrix.WorkerGroup;
import unroll.matrix.WorkerGroup.Share;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.CrossEntropyLoss;
import unroll.network.Network;
import unroll.network.Parameters;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.task.Batch;
import unroll.task.ExampleBatch;
import unroll.task.RandomStreams;
import unroll.task.TaskData;

/**
 * Trains a network on a task's data, one step at a time, with a few workers of its own. It has no clock and no loop: the caller
 * calls {@link #step()}. Not for use by two threads at once.
 *
 * <p>On a text, truncated backpropagation through time with carried state: within a window the gradient is exact, and the
 * hidden state goes on into the next window as a value. At the end of an epoch the streams begin again from the zero state.
 * Examples begin from the zero state each, and nothing is truncated. Given the seed and the number of threads, every run
 * repeats bit for bit.
 */
public final class Trainer implements AutoCloseable {
    /** Symbols of the validation part that a run measures at most, so that a large one does not hold it up. */
    public static final int MAX_VALIDATED = 100_000;

    /** What one update did. Loss in nats per asked character, the plain cross-entropy; the norm is the one before clipping. */
    public record Step(long step, double epoch, double loss, double gradientNorm, double learningRate) {}

    private final Network network;
    private final Batches batches;
    private final WorkerGroup workers;
    private final Unroll unroll;
    private final Parameters gradient;
    private final RestorableUniformRandomProvider random;
    private final LossRange recentLosses;
    private final float[] lastGood;
    private final @Nullable WeightAverage average;
    private long lastGoodStep;
    private long weightsStep;
    /** Carried from window to window. */
    private State state;
    /** After the window just learned; changes places with {@link #state} when the step is accepted. */
    private State after;

    private final State dState;
    private Optimizer optimizer;
    private TrainingConfig config;
    private RateSchedule.Plateau.Progress plateau = RateSchedule.Plateau.Progress.START;
    private long steps;

    /**
     * @param network for the data's layout
     * @throws ProblemException where the data are too few for the settings
     */
    public Trainer(Network network, TaskData data, TrainingConfig config) {
        requireFit(data, config);
        this.network = network;
        this.config = config;
        batches = Batches.of(data, config);
        gradient = network.parameters().likeThis();
        state = State.zero(network.spec(), config.batch());
        after = State.zero(network.spec(), config.batch());
        dState = State.zero(network.spec(), config.batch());
        random = RandomStreams.dropout(config.seed());
        optimizer = freshOptimizer();
        recentLosses = new LossRange(Math.log(network.spec().outputs()));
        lastGood = network.parameters().values().clone();
        average = config.weightAverage() == 0 ? null : new WeightAverage(config.weightAverage(), lastGood.length);
        // Last, because it is what starts the workers: where memory runs out before, no thread is left behind.
        workers = WorkerGroups.of(network.spec(), config.batch(), config.workers());
        unroll = new Unroll(network, batches.workload().capacity(), workers);
    }

    /**
     * Refuses a text that is too short for one window in every stream. Examples always fit: a batch may be larger than they
     * are many.
     *
     * @throws ProblemException that says which settings would fit
     */
    public static void requireFit(TaskData data, TrainingConfig config) {
        if (data instanceof TaskData.Streams text) {
            new TextFit(text).require(config);
        }
    }

    private Optimizer freshOptimizer() {
        return Optimizer.of(config.optimizer(), network.parameters().values().length);
    }

    /** What a batch says about the weights: its mean loss, and the norm of the gradient before clipping. */
    private record Pass(double loss, double norm) {
        boolean isFinite() {
            return Double.isFinite(loss) && Double.isFinite(norm);
        }
    }

    /**
     * One update.
     *
     * @throws ProblemException of {@link Problem.Diverged} where the loss or the gradient is not a finite number; the weights are then the last ones
     *     whose loss was in its recent range, the optimizer starts afresh, and training may go on
     */
    public Step step() {
        Pass pass = learn();
        if (!pass.isFinite()) {
            throw diverged(pass.loss());
        }
        double rate = config.learningRate() * config.schedule().factor(steps, plateau.factor());
        boolean good = recentLosses.isGood(pass.loss());
        recentLosses.add(pass.loss());
        if (good) {
            lastGoodStep = steps;
        }
        update(pass.norm(), (float) rate, good);
        carryState();
        steps++;
        weightsStep = steps;
        return new Step(steps, epoch(), pass.loss(), pass.norm(), rate);
    }

    /** Forward and backward over the next batch, from the carried state. */
    private Pass learn() {
        ExampleBatch batch = batches.read(steps);
        if (!batches.goesOn(steps)) {
            state.clear();
        }
        int asked = batch.targets();
        unroll.forward(batch.source(), batch.batch().inputs(), state, masks());
        if (batches.goesOn(steps + 1)) {
            unroll.readFinalState(after);
        }
        double loss =
                unroll.loss(batch.batch().targets(), new CrossEntropyLoss(1f / asked, (float) config.labelSmoothing()))
                        / asked;
        dState.clear();
        unroll.backward(gradient, dState);
        return new Pass(loss, Clipping.gradientNorm(gradient.values(), workers));
    }

    /** What the next step will find, without taking it. */
    private Pass lookAhead() {
        RandomProviderState before = random.saveState();
        State carried = state;
        state = carried.copy();
        try {
            return learn();
        } finally {
            state = carried;
            random.restoreState(before);
        }
    }

    private @Nullable IntFunction<UniformRandomProvider> masks() {
        if (network.spec().dropout() == 0) {
            return null;
        }
        long seed = random.nextLong();
        return worker -> RandomStreams.worker(seed, worker);
    }

    /**
     * Every worker moves its part of the weights.
     *
     * @param good whether the weights are worth falling back on
     */
    private void update(double norm, float rate, boolean good) {
        float[] weights = network.parameters().edit();
        float[] g = gradient.values();
        optimizer.begin();
        if (average != null) {
            average.begin();
        }
        workers.run(worker -> {
            Share part = workers.share(weights.length, worker);
            if (good) {
                System.arraycopy(weights, part.from(), lastGood, part.from(), part.count());
            }
            config.clipping().clip(g, part, norm);
            optimizer.move(weights, g, rate, part);
            if (average != null) {
                average.add(weights, part);
            }
        });
    }

    private void carryState() {
        State before = state;
        state = after;
        after = before;
    }

    private ProblemException diverged(double loss) {
        loadWeights(network, lastGood);
        weightsStep = lastGoodStep;
        resetAverage();
        optimizer = freshOptimizer();
        state.clear();
        return new ProblemException(new Problem.Diverged(
                steps + 1,
                Double.isFinite(loss),
                lastGoodStep,
                config.learningRate(),
                config.clipping().kind() != Clipping.ClippingKind.OFF));
    }

    /**
     * How well the validation part is done by the weights or their average, of which about {@value #MAX_VALIDATED} symbols are measured at most; empty where
     * there is none. Leaves the run alone, but for the schedule that waits for it.
     */
    public Optional<Evaluation> validate() {
        Optional<Evaluation> evaluation = validateModel();
        if (evaluation.isPresent() && config.schedule() instanceof RateSchedule.Plateau rule) {
            plateau = rule.next(plateau, evaluation.get().loss());
        }
        return evaluation;
    }

    /** With the average in the place of the weights meanwhile. */
    private Optional<Evaluation> validateModel() {
        float[] mean = averageWeights();
        if (mean == null) {
            return batches.validate(network, unroll);
        }
        float[] trained = network.parameters().values().clone();
        loadWeights(network, mean);
        try {
            return batches.validate(network, unroll);
        } finally {
            loadWeights(network, trained);
        }
    }

    private float @Nullable [] averageWeights() {
        return average == null ? null : average.mean();
    }

    private static void loadWeights(Network network, float[] values) {
        System.arraycopy(values, 0, network.parameters().edit(), 0, values.length);
    }

    private void resetAverage() {
        if (average != null) {
            average.reset();
        }
    }

    /**
     * What the next step will read.
     *
     * @param start the state before it, of all columns
     */
    public record TrainingWindow(Batch batch, State start) {}

    /** What the next step will read; copies. */
    public TrainingWindow nextWindow() {
        Batch next = batches.read(steps).batch();
        Batch copy = new Batch(
                next.steps(),
                next.columns(),
                next.inputs().clone(),
                next.targets().clone());
        State start = state.copy();
        if (!batches.goesOn(steps)) {
            start.clear();
        }
        return new TrainingWindow(copy, start);
    }

    /** Steps done since the model began. */
    public long steps() {
        return steps;
    }

    /** The step that the weights are of: {@link #steps()}, or an earlier one where the run has just diverged and fallen back on it. */
    public long weightsStep() {
        return weightsStep;
    }

    /** Passes over the training part. */
    public double epoch() {
        return (double) steps / stepsPerEpoch();
    }

    /** Characters read in one step: B·T of a text; of examples, the mean. */
    public int charactersPerStep() {
        return batches.workload().charactersPerStep();
    }

    /** Steps that make one pass over the training part. */
    public long stepsPerEpoch() {
        return batches.workload().stepsPerEpoch();
    }

    public Network network() {
        return network;
    }

    /** A copy of the network to look at and to write with: with the average of the weights where there is one. */
    public Network model() {
        Network copy = network.copy();
        float[] mean = averageWeights();
        if (mean != null) {
            loadWeights(copy, mean);
        }
        return copy;
    }

    /** The settings in force now. */
    public TrainingConfig config() {
        return config;
    }

    /**
     * Changes what may change in a run, from the next step on: rate, schedule, clipping, intervals and limits.
     *
     * @throws ProblemException where batch, window, optimizer, seed, threads or weight average differ
     */
    public void reconfigure(TrainingConfig next) {
        if (!next.continues(config)) {
            throw Reason.FIXED_DURING_RUN.exception();
        }
        if (!next.schedule().equals(config.schedule())) {
            plateau = RateSchedule.Plateau.Progress.START;
        }
        config = next;
    }

    /** Puts other weights of the same network in, as the best ones so far; optimizer and place in the data stay. */
    public void setWeights(float[] values) {
        loadWeights(network, values);
        System.arraycopy(values, 0, lastGood, 0, lastGood.length);
        lastGoodStep = steps;
        weightsStep = steps;
        resetAverage();
    }

    /**
     * Everything needed to go on from here; a deep copy. Where the next step would find that the run has diverged, this is
     * what it would fall back on.
     */
    public TrainerState capture() {
        Pass next = lookAhead();
        boolean diverged = !next.isFinite();
        Optimizer memory = diverged ? freshOptimizer() : optimizer;
        List<float[]> moments = new ArrayList<>();
        memory.memory().forEach(moment -> moments.add(moment.clone()));
        float[] weights = diverged ? lastGood : network.parameters().values();
        return new TrainerState(
                steps,
                weights.clone(),
                moments,
                memory.updates(),
                diverged ? State.zero(network.spec(), config.batch()) : state.copy(),
                ((RandomProviderDefaultState) random.saveState()).getState(),
                plateau,
                lastGood(next),
                diverged || average == null ? null : average.state());
    }

    /** @param next what the next step will find */
    private LastGood lastGood(Pass next) {
        LossRange.LossRangeState losses = recentLosses.state();
        boolean arePresent = !next.isFinite() || recentLosses.isGood(next.loss());
        return new LastGood(lastGoodStep, losses.mean(), losses.steady(), arePresent ? null : lastGood.clone());
    }

    /**
     * Goes on where the captured trainer stood: same network, data and settings.
     *
     * @throws IllegalArgumentException where the state is of another network, batch or optimizer
     */
    public void restore(TrainerState saved) {
        requireMatching(saved);
        steps = saved.steps();
        setWeights(saved.weights());
        restore(saved.lastGood());
        if (average != null) {
            average.restore(saved.average());
        }
        for (int i = 0; i < saved.moments().size(); i++) {
            float[] memory = optimizer.memory().get(i);
            System.arraycopy(saved.moments().get(i), 0, memory, 0, memory.length);
        }
        optimizer.setUpdates(saved.updates());
        state = saved.hidden().copy();
        random.restoreState(new RandomProviderDefaultState(saved.random()));
        plateau = saved.plateau();
    }

    private void restore(LastGood saved) {
        recentLosses.restore(new LossRange.LossRangeState(saved.meanLoss(), saved.steady()));
        lastGoodStep = saved.step();
        float[] weights = saved.weights();
        if (weights != null) {
            System.arraycopy(weights, 0, lastGood, 0, lastGood.length);
        }
    }

    private void requireMatching(TrainerState saved) {
        int weights = network.parameters().values().length;
        boolean matches = saved.weights().length == weights
                && saved.moments().size() == optimizer.memory().size()
                && saved.moments().stream().allMatch(memory -> memory.length == weights)
                && saved.hidden().columns() == config.batch();
        if (!matches) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The saved run is of another network, batch or optimizer (%,d weights, %d moments, %d columns).",
                    saved.weights().length,
                    saved.moments().size(),
                    saved.hidden().columns()));
        }
    }

    /** Stops the workers. */
    @Override
    public void close() {
        workers.close();
    }
}
