package unroll.session;

import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.message.ProblemException;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.state.ModelLifecycle;
import unroll.session.state.SessionState;
import unroll.session.state.SessionStore;
import unroll.session.state.Status;
import unroll.settings.Settings;

/** The settings of a session's next model. */
public final class NextSettings {
    private static final Logger LOG = LoggerFactory.getLogger(NextSettings.class);

    private final SessionStore store;
    private final ModelLifecycle models;

    NextSettings(SessionStore store, ModelLifecycle models) {
        this.store = store;
        this.models = models;
    }

    /** What the next model is made from; beside {@link Status#settings()}, where the present one was made from others. */
    public Settings get() {
        return store.state().nextSettings();
    }

    /** Replaces them, as {@link #change}. */
    public void set(Settings settings) {
        change(before -> settings);
    }

    /**
     * Changes them. While there is a model only what is not {@linkplain unroll.settings.Setting#isFixed() fixed} in a run is
     * taken; the rest waits for {@link Session#reset()}.
     *
     * @throws ProblemException where they cannot work
     */
    public void change(UnaryOperator<Settings> change) {
        boolean changed = false;
        while (!changed) {
            SessionState now = store.state();
            Settings settings = change.apply(now.nextSettings());
            if (!check(settings, now) && !Dataset.isAtHand(settings)) {
                makeDataBeforehand(settings, now.opened());
            }
            changed = store.updateSettings(now, settings);
        }
        store.trainer().run(models::changeRun);
    }

    /**
     * Makes sure that a model of these settings could be trained on what is open, as far as its data are known.
     *
     * @throws ProblemException where it could not
     */
    public void check(Settings settings) {
        check(settings, store.state());
    }

    /** Whether the data were there to check it. */
    private boolean check(Settings settings, SessionState now) {
        Dataset dataset = store.datasets().atHand(settings, now.opened());
        if (dataset != null) {
            store.config().factory().check(dataset, settings);
        }
        return dataset != null;
    }

    /** So that the window knows how large the model will be; a refusal is said when somebody wants to train. */
    private void makeDataBeforehand(Settings settings, OpenedFiles opened) {
        store.files().run(() -> store.dataset(settings, opened)).exceptionally(refused -> {
            LOG.info("The data could not be made beforehand.", refused);
            return null;
        });
    }
}
