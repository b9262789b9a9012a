package unroll.session.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.message.ProblemException;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.train.TrainingConfig;
import unroll.train.TrainingEvent;

/** The file of the model with the lowest validation loss, beside that of the run. */
class BestModelFileTest {
    private static final int STEPS = 6;

    @TempDir
    Path folder;

    private final List<TrainingEvent> events = new CopyOnWriteArrayList<>();

    private Path run;
    private Path best;

    @BeforeEach
    void choose() {
        run = folder.resolve("run.safetensors");
        best = folder.resolve("later/best.safetensors");
    }

    private HeadlessRun begin() throws IOException {
        TrainingConfig training = TrainingConfig.DEFAULT.with(change -> {
            change.batch = 4;
            change.window = 8;
            change.learningRate = 0.01;
            change.seed = 9;
            change.threads = 1;
            change.maxSteps = STEPS;
            change.validateEvery = 2;
            change.sampleEvery = 0;
            change.patience = 0;
        });
        Settings settings = new Settings(new ModelSettings("gru", 6, 1, 0), training, Split.DEFAULT);
        OpenedFiles sources = new OpenedFiles(CorpusReader.ofText("text", "all work and no play. ".repeat(100)), null);
        return HeadlessRun.begin(
                Dataset.of(settings, sources),
                settings,
                new HeadlessRun.Outputs(run, best, Duration.ofHours(1), null, events::add));
    }

    @Test
    void bestWeightsThatCannotBeWrittenFailTheRun() throws IOException {
        try (HeadlessRun training = begin()) {
            training.train(() -> true);

            assertThatThrownBy(training::save)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("best.safetensors cannot be written");
        }
        // Once is enough.
        assertThat(events).noneMatch(TrainingEvent.Warned.class::isInstance);
        assertThat(Checkpoint.load(run).training().state().steps()).isEqualTo(STEPS);
    }

    @Test
    void bestWeightsThatCouldNotBeWrittenAreTriedAgainAtTheEnd() throws IOException {
        try (HeadlessRun training = begin()) {
            training.train(() -> true);
            assertThatThrownBy(training::save).isInstanceOf(ProblemException.class);
            Files.createDirectory(best.getParent());

            training.save();
        }
        assertThat(Checkpoint.load(best).training().state().steps()).isLessThanOrEqualTo(STEPS);
    }
}
