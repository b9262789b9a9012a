package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static unroll.session.model.FakeWorkshop.NO_MOMENTS;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.history.Autosave;
import unroll.session.model.EngineTrainerFactory;
import unroll.session.run.Phase;
import unroll.session.state.SessionStore;
import unroll.session.state.Status;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.train.Clipping;
import unroll.train.TrainingConfig;
import unroll.train.TrainingEvent;

/** The session with the real engine: tiny networks on a small text. */
class SessionEngineTest {
    private static final String TEXT =
            "The quick brown fox jumps over the lazy dog, and 17 lions ask why.\n".repeat(40);

    @TempDir
    Path folder;

    /** @param intervals between validations and between samples */
    private record Intervals(int validate, int sample) {
        static final Intervals NEVER = new Intervals(0, 0);
    }

    private static Settings settings(String cell, double dropout, Intervals intervals) {
        TrainingConfig training = TrainingConfig.DEFAULT.with(change -> {
            change.batch = 4;
            change.window = 8;
            change.learningRate = 0.01;
            change.seed = 3;
            change.threads = 2;
            change.validateEvery = intervals.validate();
            change.sampleEvery = intervals.sample();
            change.patience = 0;
        });
        return new Settings(new ModelSettings(cell, 12, 2, dropout), training, Split.DEFAULT);
    }

    private static Settings plain() {
        return settings("lstm", 0, Intervals.NEVER);
    }

    private Session session(String name) {
        return new Session(folder.resolve(name));
    }

    private Path textFile() throws IOException {
        return Files.writeString(folder.resolve("text.txt"), TEXT);
    }

    private Session opened(String name, Settings settings) throws Exception {
        Session session = session(name);
        session.settings().set(settings);
        Until.done(session.data().openCorpus(textFile(), null, CodingErrorAction.REPORT, CorpusReader.Progress.NONE));
        return session;
    }

    private static void steps(Session session, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Until.done(session.step());
        }
    }

    /** Loss and gradient norm of every step, as long as these are no more than the curves have buckets. */
    private static List<Double> numbers(Session session) {
        List<Double> numbers = new ArrayList<>();
        session.curves().view().trainLoss().forEach(point -> numbers.add(point.mean()));
        session.curves().view().gradientNorm().forEach(point -> numbers.add(point.mean()));
        return numbers;
    }

    private static void runTo(Session session, long step) throws Exception {
        TrainingConfig training = session.settings().get().training().with(change -> change.maxSteps = step);
        session.settings().set(session.settings().get().withTraining(training));
        Until.done(session.train());
        Until.holds("step " + step, () -> session.status().phase() == Phase.FINISHED);
    }

    /** Files that PyTorch wrote, see golden/make_torch_weights.py. */
    private static InputStream golden(String name) {
        return Objects.requireNonNull(SessionEngineTest.class.getResourceAsStream("/unroll/golden/" + name), name);
    }

    @Test
    void weightsFromPyTorchAreThoseOfAGeneratorOfTheTextThatIsOpen() throws Exception {
        Path weights = folder.resolve("torch-gru.safetensors");
        Path text = folder.resolve("read.txt");
        try (InputStream from = golden("torch-gru.safetensors");
                InputStream expected = golden("torch-weights.json")) {
            Files.copy(from, weights);
            Files.writeString(
                    text,
                    new ObjectMapper().readTree(expected).get("text").asText().repeat(20));
        }
        try (Session session = session("without-text")) {
            assertThatThrownBy(() -> Until.done(session.modelFiles().open(weights)))
                    .hasMessageContaining("first open the text that they were trained on");
        }
        try (Session session = session("with-text")) {
            Until.done(session.data().openCorpus(text, null, CodingErrorAction.REPORT, CorpusReader.Progress.NONE));
            Until.done(session.modelFiles().open(weights));

            Status status = session.status();
            assertThat(status.settings().model().cell()).isEqualTo("gru");
            assertThat(status.settings().model().hidden()).isEqualTo(5);
            assertThat(status.model().file())
                    .as("what Save Model would write to")
                    .isNull();
            assertThat(session.modelFiles().missingData()).isNull();
            steps(session, 3);
            assertThat(session.status().metrics().step()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"elman", "gru", "lstm"})
    void savedAndOpenedElsewhereARunGoesOnBitForBit(String cell) throws Exception {
        Settings settings = settings(cell, 0.2, new Intervals(20, 0));
        Path file = folder.resolve("model.safetensors");
        List<Double> whole;
        try (Session session = opened("whole", settings)) {
            runTo(session, 90);
            whole = numbers(session);
        }
        try (Session session = opened("first", settings)) {
            runTo(session, 50);
            Until.done(session.modelFiles().save(file));
        }
        try (Session session = session("second")) {
            Until.done(session.modelFiles().open(file));
            Status status = session.status();
            assertThat(status.phase()).isEqualTo(Phase.PAUSED);
            assertThat(status.metrics().step()).isEqualTo(50);
            assertThat(status.settings().model()).isEqualTo(settings.model());
            assertThat(status.opened().text().name()).isEqualTo("text.txt");
            assertThat(status.model().file()).isEqualTo(file);
            assertThat(status.model().unsaved()).isFalse();
            assertThat(status.metrics().losses().best()).isPositive();
            runTo(session, 90);
            assertThat(numbers(session)).isEqualTo(whole);
        }
    }

    @Test
    void samplingNeverDisturbsTheRun() throws Exception {
        List<Double> quiet;
        try (Session session = opened("quiet", settings("gru", 0.2, Intervals.NEVER))) {
            runTo(session, 80);
            quiet = numbers(session);
        }
        try (Session session = opened("talking", settings("gru", 0.2, new Intervals(0, 1)))) {
            Until.done(session.step());
            session.copies().sample(request(50), piece -> {});
            runTo(session, 80);
            List<TrainingEvent> seen = new ArrayList<>();
            Until.holds("a sample", () -> {
                seen.addAll(session.events().drain());
                return seen.stream().anyMatch(TrainingEvent.Sampled.class::isInstance);
            });
            assertThat(numbers(session)).isEqualTo(quiet);
        }
    }

    private static SampleRequest request(int length) {
        return new SampleRequest("The ", length, "", SamplingSettings.DEFAULT, 1);
    }

    @Test
    void savingNeverDisturbsTheRun() throws Exception {
        List<Double> quiet;
        try (Session session = opened("quiet", plain())) {
            runTo(session, 60);
            quiet = numbers(session);
        }
        SessionStore.Config eager =
                new SessionStore.Config(new EngineTrainerFactory(), System::nanoTime, Duration.ZERO, NO_MOMENTS);
        try (Session session = new Session(folder.resolve("eager"), eager)) {
            session.settings().set(plain());
            Until.done(session.data().openText("text", TEXT));
            runTo(session, 60);
            assertThat(numbers(session)).isEqualTo(quiet);
            Until.holds("an autosave", () -> Files.exists(session.modelFiles().autosaveFile()));
            assertThat(Checkpoint.load(session.modelFiles().autosaveFile())
                            .spec()
                            .cell())
                    .isEqualTo("lstm");
        }
    }

    @Test
    void samplesAreWhatTheModelWritesAndNameUnknownSymbols() throws Exception {
        try (Session session = opened("session", plain())) {
            steps(session, 3);
            StringBuilder received = new StringBuilder();
            String text = Until.done(session.copies().sample(request(40), received::append));
            assertThat(text).hasSize(40).isEqualTo(received.toString());
            assertThat(Until.done(session.copies().sample(request(40), piece -> {})))
                    .isEqualTo(text);
            SampleRequest strange = new SampleRequest("Ωmega", 5, "", SamplingSettings.DEFAULT, 1);
            assertThatThrownBy(() -> Until.done(session.copies().sample(strange, piece -> {})))
                    .hasMessageContaining("Ω");
        }
    }

    @Test
    void aRateFarTooHighFailsInWordsAndALowerOneGoesOn() throws Exception {
        Settings wild = plain().with(change -> {
            change.learningRate = 1e38;
            change.clipping = Clipping.off();
        });
        try (Session session = opened("session", wild)) {
            Until.done(session.train());
            List<TrainingEvent> seen = new ArrayList<>();
            Until.holds("the end", () -> {
                seen.addAll(session.events().drain());
                return seen.stream().anyMatch(TrainingEvent.Failed.class::isInstance);
            });
            assertThat(session.status().phase()).isEqualTo(Phase.FAILED);
            TrainingEvent.Failed failed = (TrainingEvent.Failed) seen.get(seen.size() - 1);
            assertThat(failed.problem().sentence(Front.WINDOW)).contains("learning rate");
            long step = session.status().metrics().step();
            session.settings().change(settings -> settings.with(change -> change.learningRate = 0.001));
            steps(session, 5);
            assertThat(session.status().metrics().step()).isEqualTo(step + 5);
            assertThat(session.status().phase()).isEqualTo(Phase.PAUSED);
        }
    }

    @Test
    void withoutItsTextAModelWritesAndGoesOnAsSoonAsTheTextIsThere() throws Exception {
        Path file = folder.resolve("model.safetensors");
        List<Double> whole;
        try (Session session = opened("first", plain())) {
            steps(session, 10);
            Until.done(session.modelFiles().save(file));
            steps(session, 5);
            whole = numbers(session);
        }
        Files.delete(textFile());
        try (Session session = session("second")) {
            Until.done(session.modelFiles().open(file));
            assertThat(session.status().opened().text()).isNull();
            assertThat(session.status().model().parameters()).isPositive();
            assertThat(Until.done(session.copies().sample(request(20), piece -> {})))
                    .hasSize(20);
            assertThatThrownBy(() -> Until.done(session.train())).hasMessageContaining("text.txt");
            session.settings().change(settings -> settings.with(change -> change.clipping = Clipping.value(1e9)));
            Until.done(session.modelFiles().save(folder.resolve("copy.safetensors")));
            Until.done(session.data().openText("the same", TEXT));
            assertThat(session.status().metrics().step()).isEqualTo(10);
            assertThat(session.status().settings().training().clipping()).isEqualTo(Clipping.value(1e9));
            session.settings().change(settings -> settings.with(change -> change.clipping = Clipping.DEFAULT));
            steps(session, 5);
            assertThat(numbers(session)).isEqualTo(whole);
        }
        assertThat(folder.resolve("copy.safetensors")).hasSameBinaryContentAs(file);
    }

    @Test
    void openingAndLookingLeavesTheAutosaveAloneAndTrainingOnKeepsTheOneBefore() throws Exception {
        Path file = folder.resolve("model.safetensors");
        try (Session session = opened("first", plain())) {
            steps(session, 2);
            Until.done(session.modelFiles().save(file));
        }
        Path autosave;
        try (Session session = opened("session", plain())) {
            steps(session, 7);
            autosave = session.modelFiles().autosaveFile();
        }
        try (Session session = session("session")) {
            Until.done(session.modelFiles().open(file));
        }
        assertThat(stepsIn(autosave)).isEqualTo(7);
        try (Session session = session("session")) {
            Until.done(session.modelFiles().open(file));
            steps(session, 1);
        }
        assertThat(stepsIn(autosave)).isEqualTo(3);
        Path previous = autosave.resolveSibling(Autosave.PREVIOUS);
        assertThat(stepsIn(previous)).isEqualTo(7);
        try (Session session = session("session")) {
            Until.done(session.modelFiles().open(autosave));
            steps(session, 1);
        }
        assertThat(stepsIn(autosave)).isEqualTo(4);
        assertThat(stepsIn(previous)).as("still that of another model").isEqualTo(7);
    }

    private static long stepsIn(Path file) throws IOException {
        return Checkpoint.load(file).training().state().steps();
    }

    @Test
    void theTextThatIsOpenServesWhereItIsTheRightOne() throws Exception {
        Path file = folder.resolve("model.safetensors");
        try (Session session = opened("session", plain())) {
            steps(session, 2);
            Until.done(session.modelFiles().save(file));
            Files.delete(textFile());
            Until.done(session.modelFiles().open(file));
            assertThat(session.status().opened().text()).isNotNull();
        }
    }

    @Test
    void aBundledTextIsFoundAgain() throws Exception {
        Path file = folder.resolve("model.safetensors");
        try (Session session = session("first")) {
            session.settings().set(plain());
            Until.done(session.data().openBundled("plants.txt"));
            steps(session, 1);
            Until.done(session.modelFiles().save(file));
        }
        try (Session session = session("second")) {
            Until.done(session.modelFiles().open(file));
            assertThat(session.status().opened().text()).isNotNull();
            steps(session, 1);
            assertThat(session.status().metrics().step()).isEqualTo(2);
        }
    }

    @Test
    void aDamagedModelLeavesEverythingAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.safetensors"), "no model at all");
        try (Session session = opened("session", plain())) {
            steps(session, 4);
            Status before = session.status();
            assertThatThrownBy(() -> Until.done(session.modelFiles().open(file)))
                    .hasMessageContaining("bad.safetensors");
            assertThat(session.status()).isEqualTo(before);
            steps(session, 1);
            assertThat(session.status().metrics().step()).isEqualTo(5);
        }
    }

    @Test
    void theBestWeightsComeBackEvenInTheNextSitting() throws Exception {
        Settings settings = settings("gru", 0, new Intervals(10, 0));
        Path best = folder.resolve("session").resolve(Autosave.BEST);
        double lowest;
        try (Session session = opened("session", settings)) {
            runTo(session, 40);
            lowest = session.status().metrics().losses().best();
            // From here on it can only get worse.
            session.settings().change(before -> before.with(change -> change.learningRate = 5));
            runTo(session, 80);
            assertThat(session.status().metrics().losses().validation()).isGreaterThan(lowest);
        }
        assertThat(Checkpoint.load(best).training().notes().metrics().losses().validation())
                .isEqualTo(lowest);
        try (Session session = session("session")) {
            Until.done(session.modelFiles().open(session.modelFiles().autosaveFile()));
            assertThat(session.status().model().unsaved())
                    .as("no file the user chose holds it")
                    .isTrue();
            Until.done(session.restoreBest());
            assertThat(session.status().metrics().losses().validation()).isEqualTo(lowest);
            Path file = Until.done(session.modelFiles().save(folder.resolve("best-of-all.safetensors")));
            assertThat(Checkpoint.load(file).training().state().modelWeights())
                    .isEqualTo(Checkpoint.load(best).training().state().modelWeights());
        }
    }

    @Test
    void aTextTooShortForTheSettingsIsRefusedWithWhatWouldFit() throws Exception {
        try (Session session = opened("session", plain())) {
            assertThatThrownBy(() -> Until.done(session.data().openText("short", "ab")))
                    .hasMessageContaining("its training part has 1 character, and at least 2 are needed");
            assertThat(session.status().opened().text().name()).isEqualTo("text.txt");
            Settings large = session.settings().get();
            TrainingConfig usual = TrainingConfig.DEFAULT;
            assertThatThrownBy(() -> session.settings().set(large.withTraining(usual)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Choose a batch of 7 with a window of 20");
            assertThat(session.settings().get()).isEqualTo(large);
        }
    }

    @Test
    void aShortTextIsOpenedWithABatchAndWindowThatFitAndTheNextOneWithTheOldOnes() throws Exception {
        try (Session session = session("short")) {
            Until.done(session.data().openText("short", TEXT.substring(0, 300)));
            assertThat(session.data().shortText().note()).isEqualTo("This text is short: batch 1, window 20.");
            assertThat(session.status().settings().training().batch()).isEqualTo(1);
            assertThat(session.status().settings().training().window()).isEqualTo(20);
            Settings model = session.settings().get();
            session.settings().set(model.withModel(new ModelSettings("gru", 4, 1, 0)));
            steps(session, 1);

            Until.done(session.data().openText("longer", TEXT + TEXT));
            assertThat(session.data().shortText().note()).isEqualTo("This text is short: batch 15, window 20.");
            assertThat(session.data().shortText().reversible()).isTrue();
            session.settings()
                    .set(session.data().shortText().undoIn(session.settings().get()));
            assertThat(session.settings().get().training().batch()).isEqualTo(50);

            Until.done(session.data().openText("long", TEXT.repeat(20)));
            assertThat(session.data().shortText().note()).isEmpty();
            assertThat(session.settings().get().training().batch()).isEqualTo(50);
            assertThat(session.settings().get().training().window()).isEqualTo(50);
        }
    }

    @Test
    void aLongTextAfterAShortOneGetsTheOldBatchAndWindow() throws Exception {
        try (Session session = session("long")) {
            Until.done(session.data().openText("short", TEXT.substring(0, 300)));
            Until.done(session.data().openText("long", TEXT.repeat(20)));

            assertThat(session.settings().get().training().batch()).isEqualTo(50);
            assertThat(session.settings().get().training().window()).isEqualTo(50);
        }
    }
}
