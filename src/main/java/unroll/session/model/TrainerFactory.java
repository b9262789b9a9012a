package unroll.session.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    Learner.Capture read(Path file) throws IOException;
}
