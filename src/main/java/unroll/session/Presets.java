package unroll.session;

import java.util.List;
import unroll.corpus.Split;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.TrainingConfig;

/** Settings that go well together, by name. */
public final class Presets {
    /**
     * Settings and what they are good for.
     *
     * @param name for a menu
     * @param description one sentence
     */
    public record Preset(String name, String description, Settings settings) {}

    /** The defaults. */
    public static final Preset STANDARD = new Preset(
            "Standard",
            "One layer of 128 GRU units, for any text from 50 KB to some MB: words within seconds, and hardly less in the end than larger networks.",
            Settings.DEFAULT);

    /** Larger than the defaults, for texts such as all of Shakespeare's plays. */
    public static final Preset SHAKESPEARE = new Preset(
            "Shakespeare-sized",
            "Two layers of 128 LSTM units, for texts of 1 MB and more; four times the work of the standard, and better after some minutes.",
            new Settings(
                    new ModelSettings("lstm", 128, 2, 0),
                    training(50, 50, OptimizerSpec.DEFAULT, 0.005, Clipping.DEFAULT),
                    Split.DEFAULT));

    /** Small and fast, to see something at once. */
    public static final Preset QUICK_LOOK = new Preset(
            "Quick look",
            "One layer of 64 GRU units in small batches: words within seconds even on a slow laptop; for trying things out.",
            new Settings(
                    new ModelSettings("gru", 64, 1, 0),
                    training(32, 32, OptimizerSpec.DEFAULT, 0.005, Clipping.DEFAULT),
                    Split.DEFAULT));

    /** Regularized, for texts that a network soon memorizes. */
    public static final Preset SMALL_TEXT = new Preset(
            "Small text",
            "Two layers of 128 GRU units with dropout, for texts below some 300 KB: slower at first, and better in the end.",
            new Settings(new ModelSettings("gru", 128, 2, 0.3), TrainingConfig.DEFAULT, Split.DEFAULT));

    /** Overfitting on purpose. */
    public static final Preset MEMORIZE = new Preset(
            "Memorize it",
            "One layer of 256 GRU units and no early stopping, to show overfitting: the training loss falls, the validation loss climbs, and the samples become copies.",
            new Settings(new ModelSettings("gru", 256, 1, 0), TrainingConfig.PLAIN, Split.DEFAULT));

    /** The settings of Andrej Karpathy's gist min-char-rnn.py of 2015. */
    public static final Preset MIN_CHAR_RNN = new Preset(
            "min-char-rnn",
            "Karpathy's 112 lines of Python: 100 plain units, one stream, a window of 25, AdaGrad at 0.1, gradients cut at 5.",
            new Settings(
                    new ModelSettings("elman", 100, 1, 0),
                    training(1, 25, OptimizerSpec.of(OptimizerSpec.OptimizerKind.ADAGRAD), 0.1, Clipping.value(5))
                            .with(change -> {
                                change.patience = 0;
                                change.weightAverage = 0;
                            }),
                    Split.DEFAULT));

    /** For a large text and a long evening. */
    public static final Preset LARGE = new Preset(
            "Large",
            "Two layers of 512 LSTM units with dropout, for texts of several MB; give it hours.",
            new Settings(
                    new ModelSettings("lstm", 512, 2, 0.2),
                    training(64, 100, OptimizerSpec.of(OptimizerSpec.OptimizerKind.ADAMW), 0.002, Clipping.DEFAULT),
                    Split.DEFAULT));

    private static final List<Preset> ALL =
            List.of(STANDARD, QUICK_LOOK, SMALL_TEXT, SHAKESPEARE, LARGE, MEMORIZE, MIN_CHAR_RNN);

    private Presets() {}

    /** All of them, in the order of a menu. */
    public static List<Preset> all() {
        return ALL;
    }

    /** The defaults with other values where presets differ. */
    private static TrainingConfig training(
            int batch, int window, OptimizerSpec optimizer, double learningRate, Clipping clipping) {
        return TrainingConfig.DEFAULT.with(change -> {
            change.batch = batch;
            change.window = window;
            change.optimizer = optimizer;
            change.learningRate = learningRate;
            change.clipping = clipping;
        });
    }
}
