package unroll.session.data;

import java.util.Locale;
import unroll.settings.Settings;
import unroll.task.TaskData;
import unroll.train.TextFit;
import unroll.train.TrainingConfig;

/**
 * What became of batch and window when the text that is open was opened.
 *
 * @param wanted before they were lowered for a short text
 * @param adapted afterwards
 * @param note what a user should know about it; empty where there is nothing to say
 * @param reversible whether they were lowered though the text is long enough for what was wanted, if barely
 */
public record ShortText(TrainingConfig wanted, TrainingConfig adapted, String note, boolean reversible) {
    public static final ShortText NONE = new ShortText(TrainingConfig.DEFAULT, TrainingConfig.DEFAULT, "", false);

    /** Lowers them where the data are a text in streams, and it is short. */
    public static ShortText of(Settings settings, Dataset dataset) {
        TrainingConfig wanted = settings.training();
        if (!(dataset.data() instanceof TaskData.Streams text)) {
            return new ShortText(wanted, wanted, "", false);
        }
        TextFit fit = new TextFit(text);
        TrainingConfig adapted = fit.adapt(wanted, false, false);
        boolean reversible = !adapted.equals(wanted) && fit.fits(wanted);
        return new ShortText(wanted, adapted, note(fit, wanted, adapted), reversible);
    }

    /**
     * What a user should know, as sentences: that batch and window were lowered, and that there is no validation loss; empty
     * where there is nothing to say.
     */
    public static String note(TextFit fit, TrainingConfig wanted, TrainingConfig adapted) {
        String lowered = adapted.equals(wanted)
                ? ""
                : String.format(
                        Locale.ROOT, "This text is short: batch %d, window %d.", adapted.batch(), adapted.window());
        if (!fit.isValidationTooShort()) {
            return lowered;
        }
        String part = lowered.isEmpty() ? "The validation part of this text" : lowered + " Its validation part";
        return part + " has fewer than 2 characters, so there is no validation loss.";
    }

    /** Settings with the batch and window that were wanted, where they still have those that this text gave them. */
    public Settings undoIn(Settings settings) {
        TrainingConfig now = settings.training();
        return now.batch() == adapted.batch() && now.window() == adapted.window()
                ? settings.withTraining(now.with(change -> {
                    change.batch = wanted.batch();
                    change.window = wanted.window();
                }))
                : settings;
    }
}
