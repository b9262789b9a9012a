package unroll.session;

import unroll.corpus.Split;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.TrainingConfig;

/** Settings that show within a minute what goes wrong with gradients, and what helps. */
public final class Demonstrations {
    /**
     * Three layers of plain tanh units are asked, after up to 40 letters, for the first one. The gradient of that loss has died
     * away long before it comes back to the first letter, so they learn it for short strings at best.
     */
    public static final Settings VANISH = firstLetter("elman", 0.002);

    /** The same with LSTM, through whose cell state the gradient comes back whole: the strings are soon known. */
    public static final Settings VANISH_SOLVED = firstLetter("lstm", 0.005);

    /**
     * Units without a ceiling, plain gradient descent with a large rate, a long window, and no clipping: after two steps the
     * gradient explodes, and the loss is no longer a number. With rates of 1 to 3 it sometimes does not: one large step makes
     * all units inactive for good before.
     */
    public static final Settings EXPLODE = text(5, Clipping.off());

    /** The same with the norm clipped at 1, and a fiftieth of the rate. */
    public static final Settings EXPLODE_SOLVED = text(0.1, Clipping.norm(1));

    /** Streams few enough for a text of 50,000 characters with the usual split. */
    private static final int STREAMS = 16;

    private static final int WINDOW = 100;

    private Demonstrations() {}

    private static Settings firstLetter(String cell, double rate) {
        return Settings.startingWith(TaskConfig.parse("first-symbol:length=40,shortest=1"))
                .withModel(new ModelSettings(cell, 64, 3, 0))
                .with(change -> change.learningRate = rate);
    }

    private static Settings text(double rate, Clipping clipping) {
        TrainingConfig training = TrainingConfig.PLAIN.with(change -> {
            change.batch = STREAMS;
            change.window = WINDOW;
            change.optimizer = OptimizerSpec.of(OptimizerSpec.OptimizerKind.SGD);
            change.learningRate = rate;
            change.clipping = clipping;
        });
        return new Settings(new ModelSettings("elman-relu", 128, 1, 0), training, Split.DEFAULT);
    }
}
