package unroll.train;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.corpus.Part;
import unroll.corpus.Range;
import unroll.corpus.Split;
import unroll.network.Network;
import unroll.network.State;
import unroll.task.NextCharacter;

/**
 * Trains a network on a text, one step at a time, with a few workers of its own. It has no clock and no loop: the caller
 * calls {@link #step()}. Not for use by two threads at once.
 *
 * <p>Truncated backpropagation through time with carried state: within a window the gradient is exact, and the hidden state
 * goes on into the next window as a value. At the end of an epoch the streams begin again from the zero state. Given the
 * seed and the number of threads, every run repeats bit for bit.
 */
public final class Trainer implements AutoCloseable {
    /** Symbols of the validation part that a run measures at most, so that a huge text does not hold it up. */
    public static final int MOST_VALIDATED = 100_000;

    /** What one update did. Loss in nats per character; the norm is the one before clipping. */
    public record Step(long step, double epoch, double loss, double gradientNorm, double learningRate) {}

    private final Network network;
    private final Corpus corpus;
    private final Range validation;
    private final NextCharacter task;
    private final Shards shards;
    private final RestorableUniformRandomProvider random;
    private final LearningRate learningRate;
    private final float[] lastGood;
    private Optimizer optimizer;
    private TrainingConfig config;
    private long steps;

    /**
     * @throws IllegalArgumentException with a sentence for the user, where the text is too short for the settings
     */
    public Trainer(Network network, Corpus corpus, Split split, TrainingConfig config) {
        requireFit(corpus, split, config);
        this.network = network;
        this.corpus = corpus;
        this.config = config;
        validation = atMost(MOST_VALIDATED, corpus.part(split, Part.VALIDATION));
        task = new NextCharacter(corpus, corpus.part(split, Part.TRAIN), config.batch(), config.window());
        shards = new Shards(network, config.batch(), config.window(), config.workers());
        random = Randomness.dropout(config.seed());
        learningRate = new LearningRate(config.learningRate(), config.schedule());
        optimizer = freshOptimizer();
        lastGood = network.parameters().values().clone();
    }

    /**
     * Refuses a text in which a part is too short for one window in every stream; a part with no share at all is not asked.
     *
     * @throws IllegalArgumentException with a sentence that says which setting would fit
     */
    public static void requireFit(Corpus corpus, Split split, TrainingConfig config) {
        for (Part part : List.of(Part.TRAIN, Part.VALIDATION, Part.TEST)) {
            if (split.share(part) > 0) {
                NextCharacter.requireFit(
                        part.title(), corpus.part(split, part).length(), config.batch(), config.window());
            }
        }
    }

    private static Range atMost(int length, Range range) {
        return new Range(range.from(), range.from() + Math.min(length, range.length()));
    }

    private Optimizer freshOptimizer() {
        return Optimizer.of(config.optimizer(), network.parameters().values().length);
    }

    /**
     * One update.
     *
     * @throws DivergedException where the loss or the gradient is not a finite number; the weights are then those of the
     *     last step whose loss was, the optimiser starts afresh, and training may go on
     */
    public Step step() {
        int window = (int) (steps % task.wholeWindows());
        if (window == 0) {
            forgetState();
        }
        double loss = learn(window);
        float[] gradient = sumGradients();
        double norm = Gradients.norm(gradient);
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            throw diverged(loss);
        }
        float[] weights = network.parameters().values();
        System.arraycopy(weights, 0, lastGood, 0, weights.length);
        Gradients.clip(gradient, norm, config.clipping());
        double rate = learningRate.at(steps);
        optimizer.step(weights, gradient, (float) rate);
        network.parameters().publish();
        shards.all().forEach(Shard::accept);
        steps++;
        return new Step(steps, epoch(), loss, norm, rate);
    }

    /** Lets every worker go forward and back over its columns; returns the mean loss. */
    private double learn(int window) {
        float scale = 1f / charactersPerStep();
        long dropoutSeed = network.spec().dropout() > 0 ? random.nextLong() : 0;
        shards.team().run(member -> {
            Shard shard = shards.all().get(member);
            task.readWhole(window, shard.firstColumn, shard.batch);
            shard.learn(scale, dropout(dropoutSeed + member));
        });
        double sum = 0;
        for (Shard shard : shards.all()) {
            sum += shard.lossSum();
        }
        return sum / charactersPerStep();
    }

    private @Nullable UniformRandomProvider dropout(long seed) {
        return network.spec().dropout() > 0 ? Randomness.stream(seed) : null;
    }

    /** Always in the same order, so that the same run gives the same bits. */
    private float[] sumGradients() {
        float[] sum = shards.all().get(0).gradient.values();
        for (Shard shard : shards.all().subList(1, shards.all().size())) {
            Gradients.add(shard.gradient.values(), sum);
        }
        return sum;
    }

    private DivergedException diverged(double loss) {
        float[] weights = network.parameters().values();
        System.arraycopy(lastGood, 0, weights, 0, weights.length);
        network.parameters().publish();
        optimizer = freshOptimizer();
        forgetState();
        return new DivergedException(
                "Training ran away at step %,d: the %s is no longer a number. The weights of the step before are kept; lower the learning rate (now %s)%s and press Train again."
                        .formatted(
                                steps + 1,
                                Double.isFinite(loss) ? "gradient" : "loss",
                                Double.toString(config.learningRate()),
                                config.clipping().kind() == Clipping.Kind.OFF ? ", or turn clipping on," : ""));
    }

    private void forgetState() {
        for (Shard shard : shards.all()) {
            shard.state = State.zero(network.spec(), shard.columns);
        }
    }

    /**
     * The mean loss on the validation part, of which at most the first {@value #MOST_VALIDATED} symbols are measured, in nats
     * per character; NaN where the split has none. Leaves the run alone, but for the schedule that waits for it.
     */
    public double validate() {
        if (validation.length() < 2) {
            return Double.NaN;
        }
        double loss = shards.evaluate(network, corpus, validation).loss();
        learningRate.validated(loss);
        return loss;
    }

    /** Steps done since the model began. */
    public long steps() {
        return steps;
    }

    /** Passes over the training part. */
    public double epoch() {
        return (double) steps / stepsPerEpoch();
    }

    /** Characters trained on in one step, B·T. */
    public int charactersPerStep() {
        return config.batch() * config.window();
    }

    /** Steps that make one pass over the training part. */
    public long stepsPerEpoch() {
        return task.wholeWindows();
    }

    public Network network() {
        return network;
    }

    /** The settings in force now. */
    public TrainingConfig config() {
        return config;
    }

    /**
     * Changes what may change in a run, from the next step on: rate, schedule, clipping, intervals and limits.
     *
     * @throws IllegalArgumentException where batch, window, optimiser, seed or threads differ
     */
    public void reconfigure(TrainingConfig next) {
        if (!next.continues(config)) {
            throw new IllegalArgumentException(
                    "Batch, window, optimiser, seed and threads cannot change during a run; reset the model first.");
        }
        learningRate.base(next.learningRate());
        if (!next.schedule().equals(config.schedule())) {
            learningRate.schedule(next.schedule());
        }
        config = next;
    }

    /** Puts other weights of the same network in, as the best ones so far; optimiser and place in the text stay. */
    public void weights(float[] values) {
        float[] weights = network.parameters().values();
        System.arraycopy(values, 0, weights, 0, weights.length);
        System.arraycopy(values, 0, lastGood, 0, weights.length);
        network.parameters().publish();
    }

    /** Everything needed to go on from here; a deep copy. */
    public TrainerState capture() {
        State hidden = State.zero(network.spec(), config.batch());
        shards.all().forEach(shard -> hidden.put(shard.firstColumn, shard.state));
        List<float[]> moments = new ArrayList<>();
        optimizer.memory().forEach(memory -> moments.add(memory.clone()));
        LearningRate.Plateau plateau = learningRate.plateau();
        return new TrainerState(
                steps,
                network.parameters().values().clone(),
                moments,
                optimizer.updates(),
                hidden,
                ((RandomProviderDefaultState) random.saveState()).getState(),
                new double[] {plateau.factor(), plateau.best(), plateau.waited()});
    }

    /**
     * Goes on where the captured trainer stood: same network, text and settings.
     *
     * @throws IllegalArgumentException where the state is of another network, batch or optimiser
     */
    public void restore(TrainerState state) {
        requireMatching(state);
        weights(state.weights());
        steps = state.steps();
        for (int i = 0; i < state.moments().size(); i++) {
            float[] memory = optimizer.memory().get(i);
            System.arraycopy(state.moments().get(i), 0, memory, 0, memory.length);
        }
        optimizer.updates(state.updates());
        for (Shard shard : shards.all()) {
            shard.state = state.hidden().columns(shard.firstColumn, shard.firstColumn + shard.columns);
        }
        random.restoreState(new RandomProviderDefaultState(state.random()));
        double[] plateau = state.plateau();
        learningRate.plateau(new LearningRate.Plateau(plateau[0], plateau[1], (int) plateau[2]));
    }

    private void requireMatching(TrainerState state) {
        int weights = network.parameters().values().length;
        boolean matches = state.weights().length == weights
                && state.moments().size() == optimizer.memory().size()
                && state.moments().stream().allMatch(memory -> memory.length == weights)
                && state.hidden().columns() == config.batch();
        if (!matches) {
            throw new IllegalArgumentException(
                    "The saved run is of another network, batch or optimiser (%,d weights, %d moments, %d columns)."
                            .formatted(
                                    state.weights().length,
                                    state.moments().size(),
                                    state.hidden().columns()));
        }
    }

    /** Stops the workers. */
    @Override
    public void close() {
        shards.close();
    }
}
