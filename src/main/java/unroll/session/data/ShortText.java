package unroll.session.data;

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
        String note = fit.note(wanted, adapted);
        return new ShortText(wanted, adapted, note == null ? "" : note, !adapted.equals(wanted) && fit.fits(wanted));
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
