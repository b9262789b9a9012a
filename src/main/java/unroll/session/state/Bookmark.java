package unroll.session.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.session.data.OpenedFiles;
import unroll.session.data.ShortText;
import unroll.session.model.Learner;
import unroll.settings.Settings;

/**
 * What the session held at some time, so that it can hold it again: what was open, the settings, and a copy of the model.
 *
 * @param opened the text and the pairs
 * @param shortText what became of batch and window when the text was opened
 * @param nextSettings of the model that was to be made next
 * @param model the trained model; null where there was none
 * @param earlierRuns of that time
 */
public record Bookmark(
        OpenedFiles opened,
        ShortText shortText,
        Settings nextSettings,
        @Nullable ModelCopy model,
        List<EarlierRun> earlierRuns) {
    /**
     * A trained model.
     *
     * @param capture the model and its run
     * @param best its weights with the lowest validation loss, or null where they are not known
     * @param saved where the user keeps it
     */
    public record ModelCopy(Learner.Capture capture, Learner.@Nullable Capture best, Model.Saved saved) {}

    /** Steps of the model; 0 where there is none. */
    public long step() {
        return model == null ? 0 : model.capture().step();
    }

    /** What a state holds. On the trainer's thread, between two steps. */
    public static Bookmark of(SessionState state) {
        Model model = state.model();
        boolean trained = state.run() != null && state.progress().metrics().step() > 0;
        ModelCopy copy = model == null || !trained
                ? null
                : new ModelCopy(model.run().capture(), model.run().bestUpTo(Long.MAX_VALUE), model.savedOfCopy());
        return new Bookmark(
                state.opened(),
                state.shortText(),
                state.nextSettings(),
                copy,
                state.earlierRuns().list());
    }
}
