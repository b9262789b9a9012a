package unroll.session.state;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import unroll.corpus.WordList;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.session.data.DataFinder;
import unroll.session.history.History;
import unroll.session.model.Learner;
import unroll.session.model.ModelBacking;
import unroll.session.model.ModelSnapshot;
import unroll.session.model.WeightsVersion;
import unroll.session.model.Writers;
import unroll.session.run.Phase;
import unroll.session.run.Run;
import unroll.session.run.RunProgress;
import unroll.settings.Settings;

/**
 * The session's model. Immutable, apart from the run behind it, which belongs to the trainer's thread.
 *
 * @param backing what trains it or holds its weights; the same object for as long as the model is there
 * @param history its snapshots
 * @param settings it was made from, with what has changed since
 * @param parameters trainable weights
 * @param progress where its run stands
 * @param saved where the user keeps it
 */
public record Model(
        ModelBacking backing, History history, Settings settings, long parameters, RunProgress progress, Saved saved) {

    public Model {
        if (progress.phase() == Phase.RUNNING && backing instanceof ReadOnly) {
            throw new IllegalArgumentException("A model without its data cannot be trained.");
        }
    }

    /**
     * A model from a file whose data are not there: it can write and be saved, and train as soon as they are.
     *
     * @param best the weights with its lowest validation loss, or null where they are not known
     */
    public record ReadOnly(Path file, Learner.Capture stored, Learner.@Nullable Capture best) implements ModelBacking {
        @Override
        public ModelSnapshot snapshot() {
            return stored.snapshot();
        }

        @Override
        public Learner.Writer writer() {
            return Writers.of(stored.snapshot(), null, () -> WordList.NONE);
        }

        @Override
        public Learner.Capture capture() {
            return stored;
        }

        /** Why it cannot be trained. */
        public Problem reason() {
            return DataFinder.missing(stored.subject());
        }
    }

    /**
     * What of a model is in a file that the user chose.
     *
     * @param file it was last saved to or opened from, or null
     * @param weights that the file holds
     */
    public record Saved(@Nullable Path file, WeightsVersion weights) {
        /** Of a model that was never trained, or is in no file of the user's. */
        static final Saved NOWHERE = new Saved(null, WeightsVersion.of(0));
    }

    /**
     * Its run.
     *
     * @throws ProblemException where its data are missing
     */
    public Run run() {
        if (backing instanceof ReadOnly readOnly) {
            throw new ProblemException(readOnly.reason());
        }
        return (Run) backing;
    }

    /** Whether it holds training that no file the user chose holds. */
    public boolean isUnsaved() {
        return !progress.weights().equals(saved.weights());
    }

    /** The same of a copy, which counts anew how many times its weights are replaced. */
    Saved savedOfCopy() {
        return new Saved(
                saved.file(),
                isUnsaved()
                        ? WeightsVersion.NONE
                        : WeightsVersion.of(saved.weights().step()));
    }

    Model withSettings(Settings value) {
        return new Model(backing, history, value, parameters, progress, saved);
    }

    Model withProgress(RunProgress value) {
        return new Model(backing, history, settings, parameters, value, saved);
    }

    public Model withSaved(Saved value) {
        return new Model(backing, history, settings, parameters, progress, value);
    }
}
