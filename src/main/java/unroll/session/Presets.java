package unroll.session;

import java.util.List;
import unroll.settings.Setting;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.TaskConfig;
import unroll.train.TrainingConfig;

/** Settings that go well together: by name, and to demonstrate within a minute what goes wrong with gradients and what helps. */
public final class Presets {
    /**
     * Settings and what they are good for.
     *
     * @param name for a menu
     * @param description one sentence
     */
    public record Preset(String name, String description, Settings settings) {
        private Preset(String name, String changes, String description) {
            this(name, description, Presets.with(Settings.DEFAULT, changes));
        }
    }

    /** Small and fast, to see something at once. */
    public static final Preset QUICK_LOOK = new Preset(
            "Quick look",
            "hidden=64 batch=32 window=32 learning-rate=0.005",
            "One layer of 64 GRU units in small batches: words within seconds even on a slow laptop; for trying things out.");

    /** The settings of Andrej Karpathy's gist min-char-rnn.py of 2015. */
    public static final Preset MIN_CHAR_RNN = new Preset(
            "min-char-rnn",
            "cell=elman hidden=100 batch=1 window=25 optimizer=adagrad learning-rate=0.1 clipping=value:5 patience=0 weight-average=0",
            "Karpathy's 112 lines of Python: 100 plain units, one stream, a window of 25, AdaGrad at 0.1, gradients cut at 5.");

    private static final List<Preset> ALL = List.of(
            new Preset(
                    "Standard",
                    "One layer of 128 GRU units, for any text from 50 KB to some MB: words within seconds, and hardly less in the end than larger networks.",
                    Settings.DEFAULT),
            QUICK_LOOK,
            new Preset(
                    "Small text",
                    "layers=2 dropout=0.3",
                    "Two layers of 128 GRU units with dropout, for texts below some 300 KB: slower at first, and better in the end."),
            new Preset(
                    "Shakespeare-sized",
                    "cell=lstm layers=2 batch=50 window=50 learning-rate=0.005",
                    "Two layers of 128 LSTM units, for texts of 1 MB and more; four times the work of the standard, and better after some minutes."),
            new Preset(
                    "Large",
                    "cell=lstm hidden=512 layers=2 dropout=0.2 batch=64 window=100 optimizer=adamw learning-rate=0.002",
                    "Two layers of 512 LSTM units with dropout, for texts of several MB; give it hours."),
            new Preset(
                    "Memorize it",
                    "hidden=256 patience=0 weight-average=0",
                    "One layer of 256 GRU units and no early stopping, to show overfitting: the training loss falls, the validation loss climbs, and the samples become copies."),
            MIN_CHAR_RNN);

    /**
     * Three layers of plain tanh units are asked, after up to 40 letters, for the first one. The gradient of that loss has died
     * away long before it comes back to the first letter, so they learn it for short strings at best.
     */
    public static final Settings VANISH = firstLetter("cell=elman learning-rate=0.002");

    /** The same with LSTM, through whose cell state the gradient comes back whole: the strings are soon known. */
    public static final Settings VANISH_SOLVED = firstLetter("cell=lstm learning-rate=0.005");

    /**
     * Units without a ceiling, plain gradient descent with a large rate, a long window, and no clipping: after two steps the
     * gradient explodes, and the loss is no longer a number. With rates of 1 to 3 it sometimes does not: one great step silences
     * all units for good before. The streams are few enough for a text of 50,000 characters with the usual split.
     */
    public static final Settings EXPLODE = with(
            Settings.DEFAULT.withTraining(TrainingConfig.PLAIN),
            "cell=elman-relu batch=16 window=100 optimizer=sgd learning-rate=5 clipping=off");

    /** The same with the norm clipped at 1, and a fiftieth of the rate. */
    public static final Settings EXPLODE_SOLVED = with(EXPLODE, "learning-rate=0.1 clipping=norm:1");

    private Presets() {}

    /** All that have a name, in the order of a menu. */
    public static List<Preset> all() {
        return ALL;
    }

    private static Settings firstLetter(String changes) {
        return with(
                Settings.startingWith(TaskConfig.parse("first-symbol:length=40,shortest=1")),
                "hidden=64 layers=3 dropout=0 " + changes);
    }

    /** @param changes settings by their names, as {@code name=value} with spaces between them */
    private static Settings with(Settings base, String changes) {
        Settings changed = base;
        for (String change : changes.split(" ")) {
            int sign = change.indexOf('=');
            Setting<?> setting = SettingsSchema.named(change.substring(0, sign)).orElseThrow();
            changed = setting.withText(changed, setting.what(), change.substring(sign + 1));
        }
        return changed;
    }
}
