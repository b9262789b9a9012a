package unroll.ui;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.corpus.CorpusReader;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.run.HeadlessRun;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.train.TrainingEvent;

/**
 * Loads the engine while the user looks at the window, so that Train starts at once: two steps of a tiny network, which
 * take ND4J, the native libraries and the classes of training with them.
 */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int STEPS = 2;
    /** Enough for one window in every part of the usual split. */
    private static final int CHARACTERS = 60_000;

    private WarmUp() {}

    static void start() {
        Thread thread = new Thread(WarmUp::warmUp, "engine-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private static void warmUp() {
        try {
            train();
        } catch (LinkageError | RuntimeException e) {
            LOG.debug("The engine cannot be loaded; Train says why.", e);
        }
    }

    /** With the usual cell, batch and window, and nothing kept. */
    private static void train() {
        Settings tiny = new Settings(
                ModelSettings.DEFAULT.withHidden(8).withLayers(2),
                Settings.DEFAULT.training().with(change -> change.maxSteps = STEPS),
                Settings.DEFAULT.split());
        HeadlessRun.Outputs nowhere = new HeadlessRun.Outputs(null, null, Duration.ofDays(1), null, WarmUp::onEvent);
        OpenedFiles text = new OpenedFiles(CorpusReader.ofText("warm-up", "ab".repeat(CHARACTERS / 2)), null);
        Dataset dataset = Dataset.of(tiny, text);
        try (HeadlessRun run = HeadlessRun.begin(dataset, tiny, nowhere)) {
            run.train(() -> true);
        }
    }

    private static void onEvent(TrainingEvent event) {
        if (event instanceof TrainingEvent.Failed failed) {
            LOG.debug("The engine cannot train; Train says why. {}", failed.details());
        }
    }
}
