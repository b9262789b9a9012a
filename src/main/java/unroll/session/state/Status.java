package unroll.session.state;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.model.EngineTrainerFactory;
import unroll.session.run.Phase;
import unroll.session.run.RunProgress;
import unroll.settings.Settings;
import unroll.train.RunMetrics;

/**
 * One look at a {@link SessionState}, for the screen; immutable.
 *
 * @param opened the text and the pairs that are open
 * @param dataset what the model learns from, or would; null where it has not been made
 * @param settings what the present model was made from, or the next one will be
 * @param run where the run of the model stands
 * @param model how large the model is and where the user keeps it
 * @param modelIdentity tells models apart, see {@link SessionState#modelIdentity}
 * @param earlierRuns that gave way to others, the newest last
 * @param curvesVersion grows where the curves are cleared or others take their place, which is a moment after the model has changed
 */
public record Status(
        OpenedFiles opened,
        @Nullable Dataset dataset,
        Settings settings,
        RunProgress run,
        ModelFile model,
        @Nullable Object modelIdentity,
        List<EarlierRun> earlierRuns,
        long curvesVersion) {
    /**
     * A model and its file.
     *
     * @param parameters trainable weights of the model that is, or that Train would make; 0 where the data are not known
     * @param file checkpoint the model was last saved to or opened from, or null
     * @param unsaved whether the model holds training that no file the user chose holds
     */
    public record ModelFile(long parameters, @Nullable Path file, boolean unsaved) {
        private static ModelFile of(SessionState state) {
            Model model = state.model();
            if (model != null) {
                return new ModelFile(model.parameters(), model.saved().file(), model.isUnsaved());
            }
            Dataset dataset = state.dataset();
            long parameters = dataset == null
                    ? 0
                    : EngineTrainerFactory.spec(dataset, state.settings()).parameters();
            return new ModelFile(parameters, null, false);
        }
    }

    static Status of(SessionState state, long curvesVersion) {
        return new Status(
                state.opened(),
                state.dataset(),
                state.settings(),
                state.progress(),
                ModelFile.of(state),
                state.modelIdentity(),
                state.earlierRuns().list(),
                curvesVersion);
    }

    public Phase phase() {
        return run.phase();
    }

    public RunMetrics metrics() {
        return run.metrics();
    }
}
