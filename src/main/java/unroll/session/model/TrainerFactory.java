package unroll.session.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import unroll.checkpoint.RunNotes;
import unroll.checkpoint.TrainingData;
import unroll.message.ProblemException;
import unroll.session.data.Dataset;
import unroll.settings.Settings;

/** Where a session's models come from. */
public interface TrainerFactory {
    /**
     * Makes sure that there is enough to learn from, and memory enough, for the settings.
     *
     * @throws ProblemException that says which setting would fit, where there is not
     */
    void check(Dataset dataset, Settings settings);

    /**
     * Makes sure that there is memory enough for these models side by side.
     *
     * @throws ProblemException where there is not
     */
    void checkTogether(Dataset dataset, List<Settings> models);

    /** A model that was never trained. */
    Learner begin(Dataset dataset, Settings settings);

    /** Reads a model and its run from a file. */
    Stored read(Path file) throws IOException;

    /** The same of a copy that one of its learners made, as if it had been written to a file. */
    Stored stored(Learner.Capture capture);

    /** A model and its run as a file holds them. Immutable. */
    interface Stored {
        Settings settings();

        RunNotes notes();

        /** What it was trained on. */
        TrainingData subject();

        /** The model as it was captured. */
        Learner.Capture capture();

        /** Whether this is the step of that run at which its validation loss was lowest. */
        default boolean isBestOf(Stored run) {
            double loss = notes().metrics().losses().validation();
            return loss == run.notes().metrics().losses().best()
                    && settings().model().equals(run.settings().model())
                    && subject().equals(run.subject());
        }

        /** A learner that goes on exactly where the file stands. */
        Learner resume(Dataset dataset);

        /** A copy of the model, which needs no data. */
        ModelSnapshot snapshot();

        /** Number of trainable weights. */
        long parameters();

        /** Bytes that a capture of it takes, at most about. */
        long captureBytes();
    }
}
