package unroll.session.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.train.TrainingConfig;
import unroll.train.TrainingEvent;

/** How long a run goes on that was saved before, or by, its early stop. */
class EarlyStopResumeTest {
    private static final int VALIDATE_EVERY = 2;
    private static final int PATIENCE = 3;

    /** So low that no weight and no loss changes. */
    private static final double RATE = 1e-30;

    @TempDir
    private Path folder;

    private Path file;
    private Dataset data;
    private Settings settings;

    @BeforeEach
    void choose() throws IOException {
        file = folder.resolve("run.safetensors");
        TrainingConfig training = TrainingConfig.DEFAULT.with(change -> {
            change.batch = 4;
            change.window = 8;
            change.learningRate = RATE;
            change.seed = 9;
            change.threads = 1;
            change.validateEvery = VALIDATE_EVERY;
            change.sampleEvery = 0;
            change.patience = PATIENCE;
        });
        settings = new Settings(new ModelSettings("gru", 6, 1, 0), training, Split.DEFAULT);
        data = Dataset.of(
                settings, new OpenedFiles(CorpusReader.ofText("text", "all work and no play. ".repeat(100)), null));
    }

    /** The step at which a run ends by itself, or after so many steps. */
    private long trainAndSave(boolean resume, int max) throws IOException {
        AtomicLong steps = new AtomicLong();
        HeadlessRun.Outputs outputs = new HeadlessRun.Outputs(file, null, Duration.ofHours(1), null, event -> {
            if (event instanceof TrainingEvent.Stepped) {
                steps.incrementAndGet();
            }
        });
        try (HeadlessRun run = resume
                ? HeadlessRun.resume(Checkpoint.load(file), data, settings.training(), outputs)
                : HeadlessRun.begin(data, settings, outputs)) {
            run.train(() -> steps.get() < max);
            run.save();
            return run.progress().metrics().step();
        }
    }

    @Test
    void patienceIsCountedInTheFileAndBeginsAnewAfterAnEarlyStop() throws IOException {
        assertThat(trainAndSave(false, 4)).as("stopped in the middle").isEqualTo(4);

        // The first of its validations was the lowest; those weights are not in the file.
        long stopped = VALIDATE_EVERY + PATIENCE * VALIDATE_EVERY;
        assertThat(trainAndSave(true, 100)).as("stopped early").isEqualTo(stopped);

        assertThat(trainAndSave(true, 100)).as("stopped early again").isEqualTo(stopped + PATIENCE * VALIDATE_EVERY);
    }
}
