package unroll.session.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.CorpusReader;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.Until;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.train.TrainingEvent;
import unroll.train.TrainingEvent.Stepped;

/** What other threads do to a run without a window while it trains. */
@Timeout(120)
class SteeredRunTest {
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

    private final List<Stepped> steps = new CopyOnWriteArrayList<>();

    private HeadlessRun.Outputs outputs(@Nullable Path file) {
        return new HeadlessRun.Outputs(file, null, Duration.ofHours(1), SamplingSettings.DEFAULT, this::onEvent);
    }

    private void onEvent(TrainingEvent event) {
        if (event instanceof Stepped step) {
            steps.add(step);
        }
    }

    private HeadlessRun begin(@Nullable Path file) {
        OpenedFiles text =
                new OpenedFiles(CorpusReader.ofText("text", "The quick brown fox asks why. ".repeat(60)), null);
        return HeadlessRun.begin(Dataset.of(TINY, text), TINY, outputs(file));
    }

    private static CompletableFuture<Void> train(HeadlessRun run) {
        return Until.started(() -> run.train(() -> true));
    }

    private static SampleRequest prime(String prime) {
        return new SampleRequest(prime, 20, "", SamplingSettings.DEFAULT, 1);
    }

    @Test
    void aPausedRunStandsStillUntilItIsResumed() throws Exception {
        try (HeadlessRun run = begin(null)) {
            CompletableFuture<Void> training = train(run);
            Until.holds("it trains", () -> run.progress().metrics().step() > 3);

            Until.done(run.pause());
            long step = run.progress().metrics().step();

            assertThat(run.progress().phase()).isEqualTo(Phase.PAUSED);
            assertThat(Until.done(run.write(prime("The "), piece -> {}))).hasSize(20);
            assertThat(run.progress().metrics().step()).isEqualTo(step).isEqualTo(steps.size());
            Until.done(run.resume());
            Until.holds("it trains on", () -> run.progress().metrics().step() > step);
            run.stop();
            Until.done(training);
        }
    }

    @Test
    void aPausedRunCanBeStopped() throws Exception {
        try (HeadlessRun run = begin(null)) {
            CompletableFuture<Void> training = train(run);
            Until.done(run.pause());

            run.stop();

            Until.done(training);
            assertThat(run.progress().phase()).isEqualTo(Phase.PAUSED);
        }
    }

    @Test
    void aNewRateHoldsFromTheNextStepOnAndIsSaved() throws Exception {
        Path file = folder.resolve("model.safetensors");
        try (HeadlessRun run = begin(file)) {
            run.train(() -> {
                if (steps.size() == 3) {
                    run.learningRate(0.5);
                }
                return steps.size() < 6;
            });
            run.save();
        }

        // The command is carried out after the step that was asked for with it.
        assertThat(steps)
                .extracting(step -> step.metrics().learningRate())
                .containsExactly(0.002, 0.002, 0.002, 0.002, 0.5, 0.5);
        assertThat(Checkpoint.load(file).training().config().learningRate()).isEqualTo(0.5);
    }

    @Test
    void whatIsDoneMeanwhileChangesNoLoss() throws Exception {
        try (HeadlessRun run = begin(null)) {
            run.train(() -> steps.size() < 8);
        }
        List<Double> expected = losses();
        steps.clear();

        List<CompletableFuture<Long>> saves = new CopyOnWriteArrayList<>();
        try (HeadlessRun run = begin(null)) {
            run.train(() -> {
                run.pause();
                saves.add(run.saveTo(folder.resolve("meanwhile.safetensors")));
                run.write(prime("The "), piece -> {});
                run.resume();
                return steps.size() < 8;
            });
            saves.forEach(save -> Until.holds("nothing is being written", save::isDone));
        }

        assertThat(losses()).isEqualTo(expected);
    }

    private List<Double> losses() {
        return steps.stream().map(Stepped::loss).toList();
    }

    @Test
    void aFileThatIsChosenMeanwhileHoldsTheRunFromThenOn() throws Exception {
        Path file = folder.resolve("chosen.safetensors");
        try (HeadlessRun run = begin(null)) {
            CompletableFuture<Void> training = train(run);
            assertThat(run.file()).isNull();

            long saved = Until.done(run.saveTo(file));

            assertThat(Checkpoint.load(file).training().state().steps()).isEqualTo(saved);
            assertThat(run.file()).isEqualTo(file);
            Until.holds("it trains on", () -> run.progress().metrics().step() > saved);
            run.stop();
            Until.done(training);
            run.save();
            assertThat(Checkpoint.load(file).training().state().steps())
                    .isEqualTo(run.progress().metrics().step());
        }
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheRunWhereItWasSaved() throws Exception {
        Path file = folder.resolve("model.safetensors");
        try (HeadlessRun run = begin(file)) {
            CompletableFuture<Void> training = train(run);

            CompletableFuture<Long> saving = run.saveTo(folder.resolve("missing/model.safetensors"));

            assertThatThrownBy(() -> Until.done(saving))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("missing");
            assertThat(run.file()).isEqualTo(file);
            run.stop();
            Until.done(training);
        }
    }

    @Test
    void aPrimeTheModelCannotReadIsRefusedInASentence() throws Exception {
        try (HeadlessRun run = begin(null)) {
            CompletableFuture<Void> training = train(run);

            CompletableFuture<String> writing = run.write(prime("\u00c5"), piece -> {});

            assertThatThrownBy(() -> Until.done(writing)).hasMessageContaining("The model has never seen");
            run.stop();
            Until.done(training);
        }
    }

    @Test
    void aModelThatAnswersIsAsked() throws Exception {
        Settings sums = Settings.startingWith(TaskConfig.parse("addition:digits=1"));
        try (HeadlessRun run = HeadlessRun.begin(Dataset.of(sums, OpenedFiles.NONE), sums, outputs(null))) {
            CompletableFuture<Void> training = train(run);

            StringBuilder pieces = new StringBuilder();
            String answer = Until.done(run.write(prime("3+4"), pieces::append));

            assertThat(answer).hasToString(pieces.toString());
            assertThatThrownBy(() -> Until.done(run.write(prime("three"), piece -> {})))
                    .hasMessageContaining("three");
            run.stop();
            Until.done(training);
        }
    }
}
