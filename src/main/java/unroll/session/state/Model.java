package unroll.session.state;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import unroll.session.history.History;
import unroll.session.run.Run;
import unroll.settings.Settings;
import unroll.train.TrainingConfig;

/** The present model: its run, what it was made from, and where the user keeps it. Read by any thread. */
public final class Model {
    /** Says that no file holds any step of this model. */
    private static final long NOT_SAVED = -1;

    private final Run run;
    private final History history;
    private final long parameters;
    private volatile Settings settings;
    private volatile @Nullable Path file;
    private volatile long savedStep;

    Model(Run run, History history, long parameters, Settings settings) {
        this.run = run;
        this.history = history;
        this.parameters = parameters;
        this.settings = settings;
    }

    public Run run() {
        return run;
    }

    /** The moments of its run. */
    public History history() {
        return history;
    }

    /** Number of trainable weights. */
    long parameters() {
        return parameters;
    }

    public Settings settings() {
        return settings;
    }

    /** Takes from these settings what can change in a run. Only on the trainer's thread. */
    void change(Settings wanted) {
        Settings changed = settings.withChangeableOf(wanted);
        TrainingConfig training = changed.training();
        if (!training.equals(settings.training())) {
            run.change(training);
            settings = changed;
        }
    }

    /** Puts the best weights back. Only on the trainer's thread. */
    public void restoreBest() {
        run.restoreBest();
        savedStep = NOT_SAVED;
    }

    /** A file that the user chose holds this step. */
    public void kept(Path where, long step) {
        file = where;
        savedStep = step;
    }

    @Nullable
    Path file() {
        return file;
    }

    boolean isUnsaved() {
        return run.progress().metrics().step() != savedStep;
    }
}
