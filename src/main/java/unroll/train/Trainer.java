package unroll.train;

import unroll.corpus.Corpus;
import unroll.corpus.Split;
import unroll.network.Network;

/**
 * Trains a network on a text, one step at a time, with a few workers of its own. It has no clock and no loop: the caller
 * calls {@link #step()}. Not for use by two threads at once.
 */
public final class Trainer implements AutoCloseable {
    /** What one update did. Loss in nats per character; the norm is the one before clipping. */
    public record Step(long step, double epoch, double loss, double gradientNorm, double learningRate) {}

    /**
     * @throws IllegalArgumentException with a sentence for the user, where the text is too short for the settings
     */
    public Trainer(Network network, Corpus corpus, Split split, TrainingConfig config) {
        throw new UnsupportedOperationException();
    }

    /**
     * One update.
     *
     * @throws DivergedException where the loss or the gradient is not a finite number; the weights are then still
     *     those before the step
     */
    public Step step() {
        throw new UnsupportedOperationException();
    }

    /** The mean loss on the validation part, in nats per character; NaN where the split has none. Leaves the run alone. */
    public double validate() {
        throw new UnsupportedOperationException();
    }

    /** Steps done since the model began. */
    public long steps() {
        throw new UnsupportedOperationException();
    }

    /** Characters trained on in one step, B·T. */
    public int charactersPerStep() {
        throw new UnsupportedOperationException();
    }

    /** Steps that make one pass over the training part. */
    public long stepsPerEpoch() {
        throw new UnsupportedOperationException();
    }

    public Network network() {
        throw new UnsupportedOperationException();
    }

    /** The settings in force now. */
    public TrainingConfig config() {
        throw new UnsupportedOperationException();
    }

    /** Changes the base rate from the next step on. */
    public void learningRate(double rate) {
        throw new UnsupportedOperationException();
    }

    /** Changes the clipping from the next step on. */
    public void clipping(Clipping clipping) {
        throw new UnsupportedOperationException();
    }

    /** Stops the workers. */
    @Override
    public void close() {}
}
