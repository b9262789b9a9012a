package unroll.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.Checkpoint;
import unroll.cli.dashboard.DashboardControls.RateLadder;
import unroll.corpus.CorpusReader;
import unroll.sample.SamplingSettings;
import unroll.session.Until;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.run.HeadlessRun;
import unroll.session.run.Phase;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;

/** What keys do to a run. */
@Timeout(120)
class DashboardControlsTest {
    private static final Settings TINY = Settings.DEFAULT
            .withModel(new ModelSettings("gru", 8, 1, 0))
            .withTraining(Settings.DEFAULT.training().with(change -> {
                change.batch = 4;
                change.window = 8;
                change.validateEvery = 0;
                change.learningRate = 0.002;
            }));

    @TempDir
    private Path folder;

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final ShownText text = new ShownText(new TerminalStyle(false, true));
    private HeadlessRun run;
    private DashboardControls controls;
    private CompletableFuture<Void> training;

    @BeforeEach
    void begin() throws IOException {
        OpenedFiles source =
                new OpenedFiles(CorpusReader.ofText("text", "The quick brown fox asks why. ".repeat(60)), null);
        run = HeadlessRun.begin(
                Dataset.of(TINY, source),
                TINY,
                new HeadlessRun.Outputs(null, null, Duration.ofHours(1), SamplingSettings.DEFAULT, event -> {}));
        controls = new DashboardControls(run, TINY, text, this::file, messages::add);
        training = Until.started(() -> run.train(() -> true));
        until(() -> run.progress().metrics().step() > 0);
    }

    @AfterEach
    void end() throws Exception {
        run.stop();
        training.get(60, TimeUnit.SECONDS);
        run.close();
    }

    private Path file(String name) throws IOException {
        if (name.contains("*")) {
            throw new IOException("No stars.");
        }
        return folder.resolve(name);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) {
        try {
            while (!condition.holds()) {
                // Throws where the time limit of the class interrupts it.
                Thread.sleep(1);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void press(String keys) {
        keys.chars().forEach(key -> controls.press((char) key));
    }

    @Test
    void theSpaceBarPausesAndResumes() {
        press(" ");
        until(() -> run.progress().phase() == Phase.PAUSED);
        long step = run.progress().metrics().step();

        press(" ");
        until(() -> run.progress().metrics().step() > step);
        assertThat(messages).containsExactly("Paused; the space bar resumes.", "Training.");
    }

    @Test
    void plusAndMinusMoveTheRate() {
        press("++-");

        until(() -> run.progress().metrics().learningRate() == 0.003);
        assertThat(messages)
                .containsExactly(
                        "Learning rate 0.003 from the next step on.",
                        "Learning rate 0.004 from the next step on.",
                        "Learning rate 0.003 from the next step on.");
    }

    @Test
    void ratesGoUpAndDownAlongTheSameRungs() {
        double rate = 0.002;
        for (int i = 0; i < 40; i++) {
            double above = RateLadder.above(rate);
            assertThat(RateLadder.below(above)).isCloseTo(rate, org.assertj.core.data.Percentage.withPercentage(0.001));
            rate = above;
        }
        assertThat(RateLadder.above(0.0095)).isEqualTo(0.01);
        assertThat(RateLadder.above(1e9)).isEqualTo(1e3);
        assertThat(RateLadder.below(1e-12)).isEqualTo(1e-8);
    }

    @Test
    void lettersMoveTheTemperatureWithinItsRange() {
        press("T");
        assertThat(controls.temperature()).isEqualTo(0.9);
        press("tt");
        assertThat(controls.temperature()).isEqualTo(0.7);
        press("t".repeat(30));
        assertThat(controls.temperature()).isEqualTo(0.1);
        press("T".repeat(60));
        assertThat(controls.temperature()).isEqualTo(2);
    }

    @Test
    void aPrimeIsTypedAndWrittenFrom() {
        press("wThr\b\u007fhe ");
        assertThat(controls.prompt()).isEqualTo(new DashboardState.Prompt("Prime:", "The "));

        press("\r");

        assertThat(controls.prompt()).isNull();
        until(() -> !text.view(1).growing());
        assertThat(text.view(1).text()).startsWith("The ").hasSize(4 + 400);
        assertThat(text.view(1).heading()).startsWith("written at step ");
        press("\u001b");
        assertThat(text.view(1).text()).isEmpty();
        press("w");
        assertThat(controls.prompt().typed()).as("the prime of last time").isEqualTo("The ");
        press("\u0015q");
        assertThat(controls.prompt().typed()).isEqualTo("q");
        press("\u001b");
        assertThat(controls.prompt()).isNull();
    }

    @Test
    void aPrimeTheModelDoesNotKnowIsRefused() {
        press("w\u00c5\r");

        until(() -> !messages.isEmpty());
        assertThat(messages).singleElement().asString().contains("never seen").doesNotContain("Exception");
        assertThat(text.view(1).text()).isEmpty();
    }

    @Test
    void savingAsksForANameOnce() throws Exception {
        Path file = folder.resolve("mine.safetensors");
        press("s");
        assertThat(controls.prompt().question()).isEqualTo("Save as:");
        press("\u0015mine.safetensors\r");
        until(() -> messages.size() == 2);

        assertThat(messages.get(1)).startsWith("Saved to " + file + " at step ");
        long saved = Checkpoint.load(file).training().state().steps();
        until(() -> run.progress().metrics().step() > saved);
        press("s");
        until(() -> messages.size() == 4);
        assertThat(controls.prompt()).isNull();
        assertThat(Checkpoint.load(file).training().state().steps()).isGreaterThan(saved);
    }

    @Test
    void aFileThatExistsIsReplacedOnlyWhereThatIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("old.txt"), "old");
        press("s\u0015old.txt\r");
        assertThat(controls.prompt().question()).endsWith("exists. Replace it? y or n:");
        press("n");
        assertThat(controls.prompt()).isNull();
        assertThat(file).hasContent("old");

        press("s\u0015old.txt\ry");
        until(() -> messages.size() == 2);

        assertThat(Checkpoint.load(file).training().state().steps()).isPositive();
    }

    @Test
    void aNameThatIsRefusedIsSaid() {
        press("s*\r");

        assertThat(messages).containsExactly("Reading or writing failed (No stars.); try again.");
    }

    @Test
    void quittingAsksWhatToDoWithAModelThatIsNowhere() throws Exception {
        press("q");
        assertThat(controls.prompt().question()).startsWith("The model is not saved:");
        press("\u001b");
        assertThat(training).isNotDone();

        press("qs\u0015last.safetensors\r");

        training.get(60, TimeUnit.SECONDS);
        run.save();
        assertThat(Checkpoint.load(folder.resolve("last.safetensors"))
                        .training()
                        .state()
                        .steps())
                .isEqualTo(run.progress().metrics().step());
    }

    @Test
    void quittingWithoutSavingWorksWhilePaused() throws Exception {
        press(" qq");

        training.get(60, TimeUnit.SECONDS);
        assertThat(run.file()).isNull();
    }

    @Test
    void whatIsSavedAlreadyIsNotAskedFor() throws Exception {
        press("s\u0015a.safetensors\r");
        until(() -> messages.size() == 2);

        press("q");

        training.get(60, TimeUnit.SECONDS);
    }
}
