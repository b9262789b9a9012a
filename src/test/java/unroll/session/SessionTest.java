package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static unroll.session.model.FakeWorkshop.NO_MOMENTS;

import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.TextSource;
import unroll.corpus.CorpusReader;
import unroll.files.OutputFile;
import unroll.files.OutputLock;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.history.Autosave;
import unroll.session.history.History;
import unroll.session.model.FakeLearner;
import unroll.session.model.FakeWorkshop;
import unroll.session.run.Phase;
import unroll.session.run.RunEnding;
import unroll.session.state.SessionStore;
import unroll.session.state.Status;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.task.Layout;
import unroll.train.Clipping;
import unroll.train.TrainingConfig;
import unroll.train.TrainingEvent;

/** The session with learners that are no networks, and a clock that moves when told. */
class SessionTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String TEXT = "a text of some length that has some letters in it";

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong(5 * SECOND);
    private final FakeWorkshop workshop = new FakeWorkshop();

    /** Steps that the trainer may take; a test gives out as many as it wants. */
    private final Semaphore steps = new Semaphore(0);

    private Session session;

    @BeforeEach
    void open() throws Exception {
        workshop.prepare = learner -> learner.onStep = self -> steps.acquireUninterruptibly();
        session =
                new Session(folder, new SessionStore.Config(workshop, clock::get, Duration.ofSeconds(60), NO_MOMENTS));
        Until.done(session.data().openText("plain", TEXT));
    }

    /** They follow the model a moment later, and who asks in between has to hear of it. */
    @Test
    void theStatusTellsThatOtherCurvesAreThere() {
        Status before = session.status();
        session.curves().restore(session.curves().toJson());
        assertThat(session.status()).isNotEqualTo(before);
    }

    /** So many steps that the learner never waits again. */
    private static final int MANY = 1_000_000;

    @AfterEach
    void close() {
        steps.release(MANY);
        session.close();
    }

    private void letSteps(int count) {
        long before = workshop.learners.isEmpty() ? 0 : workshop.last().steps();
        steps.release(count);
        Until.holds(
                String.format(Locale.ROOT, "%d more steps", count),
                () -> session.status().metrics().step() == before + count);
        // What is due after the last of them is done when the next one begins.
        Until.holds(
                "the end of the turn",
                () -> workshop.last().begun.get() > before + count
                        || session.status().phase() != Phase.RUNNING);
    }

    private void training(long maxSteps, int validateEvery, int sampleEvery, int patience) {
        TrainingConfig usual = TrainingConfig.DEFAULT;
        session.settings().set(session.settings().get().withTraining(TrainingConfig.DEFAULT.with(change -> {
            change.batch = usual.batch();
            change.window = usual.window();
            change.optimizer = usual.optimizer();
            change.learningRate = usual.learningRate();
            change.schedule = usual.schedule();
            change.clipping = usual.clipping();
            change.seed = usual.seed();
            change.threads = usual.threads();
            change.maxSteps = maxSteps;
            change.validateEvery = validateEvery;
            change.sampleEvery = sampleEvery;
            change.patience = patience;
        })));
    }

    private <T extends TrainingEvent> List<T> eventsUntil(Class<T> kind) {
        List<TrainingEvent> seen = new ArrayList<>();
        Until.holds("an event " + kind.getSimpleName(), () -> {
            seen.addAll(session.events().drain());
            return seen.stream().anyMatch(kind::isInstance);
        });
        return seen.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    // --- the run ---

    @Test
    void aModelIsTheSameOneUntilAnotherTakesItsPlace() throws Exception {
        assertThat(session.modelIdentity()).isNull();
        steps.release(MANY);
        Until.done(session.step());
        Object first = session.modelIdentity();
        assertThat(first).isNotNull();
        Until.done(session.step());
        assertThat(session.modelIdentity()).isSameAs(first);
        Until.done(session.reset());
        assertThat(session.modelIdentity()).isNull();
        Until.done(session.step());
        assertThat(session.modelIdentity()).isNotNull().isNotSameAs(first);
    }

    @Test
    void pauseTakesEffectAfterTheStepInProgress() throws Exception {
        Until.done(session.train());
        letSteps(3);
        assertThat(session.status().phase()).isEqualTo(Phase.RUNNING);
        CompletableFuture<Void> pause = session.pause();
        assertThat(pause).as("the fourth step is under way").isNotDone();
        steps.release(5);
        Until.done(pause);
        assertThat(session.status().phase()).isEqualTo(Phase.PAUSED);
        assertThat(workshop.last().steps()).isEqualTo(4);
        Until.done(session.train());
        Until.holds("the four steps left", () -> session.status().metrics().step() == 8);
    }

    @Test
    void stepDoesExactlyOneAndRests() throws Exception {
        steps.release(100);
        Until.done(session.step());
        assertThat(session.status().metrics().step()).isEqualTo(1);
        assertThat(session.status().phase()).isEqualTo(Phase.PAUSED);
        Until.done(session.step());
        assertThat(workshop.last().steps()).isEqualTo(2);
        assertThat(workshop.learners).hasSize(1);
    }

    @Test
    void stepHoldsARunningRun() throws Exception {
        Until.done(session.train());
        CompletableFuture<Void> step = session.step();
        steps.release(100);
        Until.done(step);
        assertThat(session.status().phase()).isEqualTo(Phase.PAUSED);
    }

    @Test
    void oneThreadAloneTouchesTheLearner() throws Exception {
        training(0, 2, 3, 0);
        Until.done(session.train());
        letSteps(10);
        session.settings().change(settings -> settings.with(change -> change.learningRate = 0.5));
        steps.release(MANY);
        Until.done(session.modelFiles().save(folder.resolve("model.safetensors")));
        Until.done(session.copies().sample(request(), piece -> {}));
        CompletableFuture<Void> reset = session.reset();
        steps.release(3);
        Until.done(reset);
        assertThat(workshop.last().closed).isTrue();
        assertThat(workshop.last().threads).containsExactly("unroll-trainer");
    }

    @Test
    void resetForgetsTheModelAndKeepsTextAndSettings() throws Exception {
        Until.done(session.train());
        letSteps(2);
        CompletableFuture<Void> reset = session.reset();
        steps.release(1);
        Until.done(reset);
        Status status = session.status();
        assertThat(status.phase()).isEqualTo(Phase.READY);
        assertThat(status.metrics().step()).isZero();
        assertThat(status.metrics().losses().train()).isNaN();
        assertThat(status.opened().text()).isNotNull();
        assertThat(session.curves().view().trainLoss()).isEmpty();
        assertThat(session.events().drain()).isEmpty();
    }

    @Test
    void trainingNeedsAText() {
        try (Session empty = new Session(
                folder.resolve("other"),
                new SessionStore.Config(workshop, clock::get, Duration.ofSeconds(60), NO_MOMENTS))) {
            assertThat(empty.status().model().parameters()).isZero();
            assertThatThrownBy(() -> Until.done(empty.train()))
                    .hasRootCauseMessage("There is nothing to train on yet; open a text first.");
        }
    }

    @Test
    void everyStepReachesCurvesEventsAndStatus() throws Exception {
        Until.done(session.train());
        letSteps(4);
        assertThat(session.curves().view().trainLoss()).hasSize(4);
        TrainingEvent last = session.events().drain().get(0);
        assertThat(last).isInstanceOf(TrainingEvent.Stepped.class);
        assertThat(last.step()).isEqualTo(4);
        Status status = session.status();
        assertThat(status.metrics().epoch()).isEqualTo(0.04);
        assertThat(status.metrics().gradientNorm()).isEqualTo(0.5);
        assertThat(status.metrics().learningRate()).isEqualTo(0.25);
        assertThat(status.metrics().losses().train())
                .isBetween(0.25, 1.0)
                .isEqualTo(session.curves().view().smoothedLoss());
        assertThat(((TrainingEvent.Stepped) last).metrics()).isEqualTo(status.metrics());
        assertThat(status.model().unsaved()).isTrue();
    }

    @Test
    void timeCountsWhileTheRunIsRunningOnly() throws Exception {
        training(100, 0, 0, 0);
        workshop.prepare = learner -> learner.onStep = self -> {
            steps.acquireUninterruptibly();
            clock.addAndGet(SECOND / 2);
        };
        Until.done(session.train());
        letSteps(4);
        assertThat(session.status().metrics().seconds()).isEqualTo(2.0);
        assertThat(session.status().metrics().charsPerSecond()).isEqualTo(2.0 * FakeLearner.CHARACTERS);
        assertThat(session.status().metrics().secondsLeft()).isEqualTo(48);
        CompletableFuture<Void> pause = session.pause();
        steps.release(1);
        Until.done(pause);
        clock.addAndGet(1000 * SECOND);
        Until.done(session.train());
        letSteps(1);
        assertThat(session.status().metrics().seconds()).isEqualTo(3.0);
    }

    // --- settings ---

    @Test
    void rateAndClippingReachTheRunBetweenTwoSteps() throws Exception {
        Until.done(session.train());
        letSteps(1);
        session.settings().change(settings -> settings.with(change -> change.learningRate = 0.5));
        session.settings().change(settings -> settings.with(change -> change.clipping = Clipping.value(3)));
        steps.release(2);
        TrainingConfig wanted = session.settings().get().training().with(change -> {
            change.learningRate = 0.5;
            change.clipping = Clipping.value(3);
        });
        // Once or twice: two changes before the same step may arrive together.
        Until.holds("both changes", () -> workshop.last().changes.contains(wanted));
        Until.holds("the status", () -> session.status().settings().training().equals(wanted));
    }

    @Test
    void whatCannotChangeInARunWaitsForAReset() throws Exception {
        Until.done(session.train());
        letSteps(1);
        Settings other = session.settings().get().withModel(new ModelSettings("gru", 9, 1, 0));
        session.settings().set(other);
        session.settings().change(settings -> settings.with(change -> change.learningRate = 0.125));
        steps.release(2);
        Until.holds("the change", () -> workshop.last().changes.size() == 1);
        assertThat(session.status().settings().model()).isEqualTo(ModelSettings.DEFAULT);
        assertThat(session.settings().get().model()).isEqualTo(other.model());
        CompletableFuture<Void> reset = session.reset();
        steps.release(1);
        Until.done(reset);
        assertThat(session.status().settings().model()).isEqualTo(other.model());
    }

    @Test
    void settingsThatCannotWorkAreRefusedAndNothingChanges() {
        Settings before = session.settings().get();
        assertThatThrownBy(
                        () -> session.settings().change(settings -> settings.with(change -> change.learningRate = -1)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ModelSettings.DEFAULT.withHidden(0)).hasMessageContaining("hidden size is 0");
        assertThat(session.settings().get()).isEqualTo(before);
    }

    // --- ends ---

    @Test
    void aRunThatDivergesFailsAndGoesOnAfterwards() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        workshop.prepare = learner -> learner.onStep = self -> {
            if (calls.incrementAndGet() == 3) {
                throw new ProblemException(new Problem.Diverged(3, false, 2, 0.1, true));
            }
            steps.acquireUninterruptibly();
        };
        steps.release(2);
        Until.done(session.train());
        TrainingEvent.Failed failed = eventsUntil(TrainingEvent.Failed.class).get(0);
        assertThat(failed.problem()).isInstanceOf(Problem.Diverged.class);
        assertThat(failed.step()).isEqualTo(2);
        assertThat(session.status().phase()).isEqualTo(Phase.FAILED);
        session.settings().change(settings -> settings.with(change -> change.learningRate = 1e-3));
        Until.done(session.train());
        letSteps(2);
        assertThat(session.status().metrics().step()).isEqualTo(4);
        assertThat(workshop.last().changes)
                .extracting(TrainingConfig::learningRate)
                .containsExactly(1e-3);
    }

    @Test
    void anyOtherFaultBecomesASentenceWithDetailsAndTheSessionLivesOn() throws Exception {
        workshop.prepare = learner -> learner.onStep = self -> {
            throw new ArrayIndexOutOfBoundsException("Index 7 out of bounds");
        };
        Until.done(session.train());
        TrainingEvent.Failed failed = eventsUntil(TrainingEvent.Failed.class).get(0);
        assertThat(failed.problem().sentence(Front.WINDOW))
                .contains("Index 7 out of bounds")
                .contains("are safe");
        assertThat(failed.details()).contains("SessionTest");
        workshop.last().onStep = self -> {
            throw new OutOfMemoryError("Java heap space");
        };
        Until.done(session.train());
        assertThat(eventsUntil(TrainingEvent.Failed.class).get(0).problem()).isEqualTo(Reason.OUT_OF_MEMORY.with());
        workshop.last().onStep = self -> steps.acquireUninterruptibly();
        Until.done(session.train());
        letSteps(1);
    }

    @Test
    void memoryThatRunsOutWhileAModelIsMadeBecomesASentenceAndTheSessionLivesOn() throws Exception {
        workshop.prepare = learner -> {
            throw new OutOfMemoryError("The system refused 512 MB for a matrix.");
        };
        assertThatThrownBy(() -> Until.done(session.train()))
                .hasStackTraceContaining("Memory ran out. Choose a smaller");
        assertThat(session.status().phase()).isEqualTo(Phase.READY);
        workshop.prepare = learner -> learner.onStep = self -> steps.acquireUninterruptibly();
        Until.done(session.train());
        letSteps(1);
    }

    @Test
    void theRunFinishesAtItsLastStepAndCanGoOn() throws Exception {
        training(5, 0, 0, 0);
        steps.release(100);
        Until.done(session.train());
        assertThat(RunEnding.sentence(eventsUntil(TrainingEvent.Finished.class).get(0)))
                .contains("step 5");
        assertThat(session.status().phase()).isEqualTo(Phase.FINISHED);
        assertThat(session.status().metrics().secondsLeft())
                .satisfiesAnyOf(
                        left -> assertThat(left).isNaN(),
                        left -> assertThat(left).isZero());
        Until.done(session.train());
        assertThat(eventsUntil(TrainingEvent.Finished.class).get(0).step()).isEqualTo(10);
    }

    @Test
    void theRunStopsEarlyWhereValidationNoLongerImproves() throws Exception {
        Iterator<Double> losses = List.of(3.0, 2.0, 2.5, 2.25, 9.0, 9.0).iterator();
        workshop.prepare = learner -> {
            learner.onStep = self -> steps.acquireUninterruptibly();
            learner.validation = losses::next;
        };
        training(0, 10, 0, 2);
        steps.release(1000);
        Until.done(session.train());
        List<TrainingEvent> seen = new ArrayList<>();
        Until.holds("the end", () -> {
            seen.addAll(session.events().drain());
            return seen.stream().anyMatch(TrainingEvent.Finished.class::isInstance);
        });
        assertThat(seen.stream().filter(TrainingEvent.Validated.class::isInstance))
                .extracting(event -> ((TrainingEvent.Validated) event).best())
                .containsExactly(true, true, false, false);
        Status status = session.status();
        assertThat(status.metrics().step()).isEqualTo(40);
        assertThat(status.metrics().losses().validation())
                .as("that of the weights put back")
                .isEqualTo(2.0);
        assertThat(status.metrics().losses().best()).isEqualTo(2.0);
        assertThat(session.curves().view().validationLoss()).hasSize(4);
        assertThat(workshop.last().weight).as("the weights of step 20").isEqualTo(20);
        TrainingEvent.Finished ending = new TrainingEvent.StoppedEarly(40, 2.0, 2, 20);
        assertThat(seen.stream().filter(TrainingEvent.Finished.class::isInstance))
                .containsExactly(ending);
        assertThat(RunEnding.sentence(ending))
                .isEqualTo(
                        "Stopped early: the validation loss has not fallen below 2.0000 in the last 2 measurements. The best weights, of step 20, were restored.");
        Until.done(session.train());
        Until.holds("as many validations again", () -> session.status().phase() == Phase.FINISHED);
        assertThat(session.status().metrics().step()).isEqualTo(60);
    }

    @Test
    void earlyStoppingGoesOnCountingWhereAFileSaysItWas() throws Exception {
        workshop.textOfFiles = TextSource.of(CorpusReader.ofText("plain", TEXT));
        workshop.layoutOfFiles = Layout.of(CorpusReader.ofText("plain", TEXT).vocabulary());
        workshop.settingsOfFiles = Settings.DEFAULT.withTraining(TrainingConfig.DEFAULT.with(change -> {
            change.validateEvery = 1;
            change.patience = 3;
        }));
        workshop.prepare = learner -> learner.validation = () -> 4;
        Path file = Files.writeString(folder.resolve("model.safetensors"), "5 5.0");
        Until.done(session.modelFiles().open(file));
        Until.done(session.train());
        // The file knows of one measurement that did not improve, and of 2.5 as the lowest.
        Until.holds("two more measurements", () -> session.status().phase() == Phase.FINISHED);
        assertThat(session.status().metrics().step()).isEqualTo(7);
        assertThat(session.status().metrics().losses().best()).isEqualTo(2.5);
    }

    @Test
    void restoredBestWeightsAreAutosavedAlthoughTheStepIsTheSame() throws Exception {
        workshop.prepare = learner -> {
            learner.onStep = self -> steps.acquireUninterruptibly();
            learner.validation = () -> learner.steps;
        };
        training(4, 2, 0, 0);
        steps.release(4);
        Until.done(session.train());
        Until.holds(
                "the autosave at the end", () -> contentIs(session.modelFiles().autosaveFile(), "4 4.0"));
        Until.done(session.restoreBest());
        session.close();
        assertThat(session.modelFiles().autosaveFile()).hasContent("4 2.0");
    }

    @Test
    void theBestWeightsOfAnotherRunAreNotTaken() throws Exception {
        workshop.textOfFiles = TextSource.of(CorpusReader.ofText("plain", TEXT));
        workshop.layoutOfFiles = Layout.of(CorpusReader.ofText("plain", TEXT).vocabulary());
        Path file = Files.writeString(folder.resolve("model.safetensors"), "5 5.0");
        // Its last validation loss is not the lowest one of the run that is opened.
        Files.writeString(folder.resolve(Autosave.BEST), "3 3.0");
        Until.done(session.modelFiles().open(file));
        assertThat(session.status().metrics().step()).isEqualTo(5);
        assertThatThrownBy(() -> Until.done(session.restoreBest())).hasMessageContaining("No best weights");
    }

    @Test
    void bestWeightsNeedAValidation() throws Exception {
        steps.release(1);
        Until.done(session.step());
        assertThatThrownBy(() -> Until.done(session.restoreBest())).hasMessageContaining("No best weights");
    }

    @Test
    void whereItsFolderCannotBeWrittenNothingIsSavedAndNothingFails() throws Exception {
        Path file = Files.createFile(folder.resolve("a file"));
        SessionStore.Config config =
                new SessionStore.Config(workshop, clock::get, Duration.ofSeconds(60), History.Limits.DEFAULT);
        try (Session homeless = new Session(file.resolve("home"), config)) {
            assertThat(homeless.modelFiles().autosaves()).isFalse();
            Until.done(homeless.data().openText("plain", TEXT));
            steps.release(3);
            for (int i = 0; i < 3; i++) {
                Until.done(homeless.step());
                clock.addAndGet(61 * SECOND);
            }
            assertThat(homeless.status().metrics().step()).isEqualTo(3);
            assertThat(homeless.history().snapshots().kept()).isEmpty();
            assertThat(homeless.events().drain()).noneMatch(TrainingEvent.Warned.class::isInstance);
        }
        assertThat(session.modelFiles().autosaves()).isTrue();
    }

    // --- samples ---

    private static SampleRequest request() {
        return new SampleRequest("", 10, "", SamplingSettings.DEFAULT, 1);
    }

    @Test
    void theFirstSampleComesSoonAndTheOthersEverySoManySteps() throws Exception {
        training(0, 0, 10, 0);
        Until.done(session.train());
        letSteps(3);
        assertThat(eventsSoFar()).noneMatch(TrainingEvent.Sampled.class::isInstance);
        clock.addAndGet(2 * SECOND);
        steps.release(1);
        TrainingEvent.Sampled first = eventsUntil(TrainingEvent.Sampled.class).get(0);
        assertThat(first.step()).isEqualTo(4);
        assertThat(first.text()).isEqualTo("written");
        assertThat(first.loss()).isEqualTo(session.status().metrics().losses().train());
        clock.addAndGet(100 * SECOND);
        letSteps(5);
        assertThat(eventsSoFar()).noneMatch(TrainingEvent.Sampled.class::isInstance);
        steps.release(1);
        assertThat(eventsUntil(TrainingEvent.Sampled.class).get(0).step()).isEqualTo(10);
    }

    private List<TrainingEvent> eventsSoFar() {
        return session.events().drain();
    }

    @Test
    void neverMoreThanOneLiveSampleIsInTheMaking() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        workshop.prepare = learner -> {
            learner.onStep = self -> steps.acquireUninterruptibly();
            learner.writer = (request, onText) -> {
                begun.incrementAndGet();
                Until.opened(slow);
                return "slow";
            };
        };
        training(0, 0, 1, 0);
        Until.done(session.train());
        letSteps(1);
        Until.holds("the first sample", () -> begun.get() == 1);
        letSteps(20);
        assertThat(begun).hasValue(1);
        slow.countDown();
        assertThat(eventsUntil(TrainingEvent.Sampled.class).get(0).step()).isEqualTo(1);
    }

    @Test
    void aFailedSampleDoesNotTouchTheRun() throws Exception {
        workshop.prepare = learner -> {
            learner.onStep = self -> steps.acquireUninterruptibly();
            learner.writer = (request, onText) -> {
                throw new IllegalStateException("no text");
            };
        };
        training(0, 0, 1, 0);
        Until.done(session.train());
        letSteps(5);
        assertThat(session.status().phase()).isEqualTo(Phase.RUNNING);
        assertThatThrownBy(() -> {
                    CompletableFuture<String> sample = session.copies().sample(request(), piece -> {});
                    steps.release(MANY);
                    Until.done(sample);
                })
                .hasRootCauseMessage("no text");
    }

    @Test
    void writingByHandNeedsAModelAndCanBeStopped() throws Exception {
        assertThatThrownBy(() -> Until.done(session.copies().sample(request(), piece -> {})))
                .hasMessageContaining("There is no model yet");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        workshop.prepare = learner -> {
            learner.onStep = self -> steps.acquireUninterruptibly();
            learner.writer = (request, onText) -> {
                begun.countDown();
                Until.opened(new CountDownLatch(1));
                interrupted.countDown();
                return "";
            };
        };
        steps.release(1);
        Until.done(session.step());
        CompletableFuture<String> sample = session.copies().sample(request(), piece -> {});
        Until.holds("the writing", () -> begun.getCount() == 0);
        sample.cancel(true);
        Until.holds("its end", () -> interrupted.getCount() == 0);
    }

    // --- files ---

    @Test
    void autosavesWhenTheIntervalHasPassedAndOnlyWhereSomethingWasTrained() throws Exception {
        Until.done(session.train());
        letSteps(3);
        assertThat(session.modelFiles().autosaveFile()).doesNotExist();
        clock.addAndGet(61 * SECOND);
        steps.release(1);
        Until.holds("the autosave", () -> Files.exists(session.modelFiles().autosaveFile()));
        assertThat(session.modelFiles().autosaveFile()).hasContent("4 4.0");
        letSteps(3);
        assertThat(workshop.last().captures).containsExactly(4L);
        clock.addAndGet(61 * SECOND);
        Until.holds("the next one", () -> {
            steps.release(1); // an autosave still under way is not overtaken, so the next may come a step later
            return savedStep() >= 8;
        });
        assertThat(session.status().model().unsaved())
                .as("the user has no file yet")
                .isTrue();
        assertThat(session.status().model().file()).isNull();
    }

    @Test
    void knowsWhetherTheLastAutosaveFailed() throws Exception {
        Path inTheWay = Files.createDirectories(session.modelFiles().autosaveFile());
        Until.done(session.train());
        clock.addAndGet(61 * SECOND);
        steps.release(2);
        Until.holds("the failure", () -> !session.modelFiles().autosaves());
        Files.delete(inTheWay);
        clock.addAndGet(61 * SECOND);
        Until.holds("the next one", () -> {
            steps.release(1);
            return session.modelFiles().autosaves();
        });
        assertThat(session.modelFiles().autosaveFile()).isRegularFile();
    }

    /** The step of the autosave on disk, which the fake writes as its first word. */
    private int savedStep() {
        try {
            return Integer.parseInt(
                    Files.readString(session.modelFiles().autosaveFile()).split(" ")[0]);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean contentIs(Path file, String content) {
        try {
            return Files.exists(file) && Files.readString(file).equals(content);
        } catch (java.io.IOException e) {
            return false;
        }
    }

    @Test
    void autosavesWhenItIsClosedAndKeepsTheModelBefore() throws Exception {
        Files.writeString(session.modelFiles().autosaveFile(), "of yesterday");
        steps.release(2);
        Until.done(session.step());
        Until.done(session.step());
        session.close();
        assertThat(session.modelFiles().autosaveFile()).hasContent("2 2.0");
        assertThat(folder.resolve(Autosave.PREVIOUS)).hasContent("of yesterday");
    }

    @Test
    void doesNotAutosaveWhereNothingWasTrained() throws Exception {
        steps.release(1);
        Until.done(session.step());
        Until.done(session.modelFiles().save(folder.resolve("mine.safetensors")));
        Until.done(session.reset());
        session.close();
        assertThat(session.modelFiles().autosaveFile()).doesNotExist();
    }

    @Test
    void aFailedAutosaveIsAWarningAndTheRunGoesOn() throws Exception {
        Files.createDirectory(session.modelFiles().autosaveFile());
        Until.done(session.train());
        clock.addAndGet(61 * SECOND);
        letSteps(1);
        TrainingEvent.Warned warned = eventsUntil(TrainingEvent.Warned.class).get(0);
        assertThat(warned.problem().sentence(Front.WINDOW)).startsWith("The autosave failed; training continues.");
        letSteps(1);
        assertThat(session.status().phase()).isEqualTo(Phase.RUNNING);
        Files.delete(session.modelFiles().autosaveFile());
        clock.addAndGet(61 * SECOND);
        letSteps(1);
        Until.holds(
                "a later one", () -> Files.isRegularFile(session.modelFiles().autosaveFile()));
    }

    @Test
    void theBestModelIsStoredBesideTheAutosave() throws Exception {
        Iterator<Double> losses = List.of(3.0, 2.0, 2.5, 2.5).iterator();
        workshop.prepare = learner -> {
            learner.onStep = self -> steps.acquireUninterruptibly();
            learner.validation = losses::next;
        };
        training(0, 2, 0, 0);
        Until.done(session.train());
        letSteps(7);
        clock.addAndGet(61 * SECOND);
        letSteps(1);
        Until.holds("the best", () -> contentIs(folder.resolve(Autosave.BEST), "4 4.0"));
        assertThat(session.modelFiles().autosaveFile()).hasContent("8 8.0");
    }

    @Test
    void saveTakesTheMomentItWasAskedForWhileTheRunGoesOn() throws Exception {
        Path file = folder.resolve("mine.safetensors");
        Until.done(session.train());
        letSteps(3);
        CompletableFuture<Path> save = session.modelFiles().save(file);
        letSteps(5);
        assertThat(Until.done(save)).isEqualTo(file);
        assertThat(file).hasContent("4 4.0");
        assertThat(session.status().model().file()).isEqualTo(file);
        assertThat(session.status().model().unsaved()).isTrue();
        assertThat(session.recentFiles().models()).containsExactly(file);
    }

    /** The file holds the weights of before, and closing the program would lose the others. */
    @Test
    void whatIsWrittenWhileTheBestWeightsAreRestoredDoesNotHoldThem() throws Exception {
        workshop.prepare = learner -> learner.validation = () -> learner.steps == 1 ? 1 : 2;
        training(0, 1, 0, 0);
        Until.done(session.step());
        Until.done(session.step());
        CountDownLatch released = new CountDownLatch(1);
        workshop.onWrite = () -> Until.opened(released);
        CompletableFuture<Path> save = session.modelFiles().save(folder.resolve("mine.safetensors"));
        Until.done(session.restoreBest());
        released.countDown();
        assertThat(Until.done(save)).hasContent("2 2.0");
        assertThat(workshop.last().weight).isEqualTo(1);
        assertThat(session.status().model().unsaved()).isTrue();
        Until.done(session.modelFiles().save(folder.resolve("mine.safetensors")));
        assertThat(session.status().model().unsaved()).isFalse();
    }

    @Test
    void aSavedModelWhoseTrainingDivergesIsUnsaved() throws Exception {
        workshop.prepare = learner -> learner.onStep = self -> {
            if (self.steps == 1) {
                throw new ProblemException(new Problem.Diverged(2, true, 0, 1, false));
            }
        };
        Until.done(session.step());
        Until.done(session.modelFiles().save(folder.resolve("mine.safetensors")));
        Until.done(session.step());
        assertThat(session.status().phase()).isEqualTo(Phase.FAILED);
        assertThat(session.status().model().unsaved()).isTrue();
    }

    @Test
    void aSavedModelIsNotUnsavedUntilItIsTrainedOn() throws Exception {
        steps.release(1);
        Until.done(session.step());
        Until.done(session.modelFiles().save(folder.resolve("mine.safetensors")));
        assertThat(session.status().model().unsaved()).isFalse();
        steps.release(1);
        Until.done(session.step());
        assertThat(session.status().model().unsaved()).isTrue();
    }

    @Test
    void aSaveThatFailsSaysSo() throws Exception {
        steps.release(1);
        Until.done(session.step());
        assertThatThrownBy(() -> Until.done(
                        session.modelFiles().save(folder.resolve("no").resolve("such"))))
                .hasMessageContaining("does not exist");
        assertThat(session.status().model().unsaved()).isTrue();
    }

    @Test
    void aFileThatARunWritesToIsNotSavedOver() throws Exception {
        steps.release(1);
        Until.done(session.step());
        Path file = folder.resolve("theirs.safetensors");
        try (OutputLock theirs = OutputLock.of(List.of(new OutputFile("--out", file, OutputFile.ANYTHING)))) {
            assertThat(theirs).isNotNull();
            assertThatThrownBy(() -> Until.done(session.modelFiles().save(file)))
                    .hasMessageContaining("is being written by another run");
        }
        assertThat(file).doesNotExist();
        Until.done(session.modelFiles().save(file));
        assertThat(file).exists();
    }

    // --- texts ---

    @Test
    void aTextThatDoesNotFitLeavesEverythingAsItWas() throws Exception {
        Until.done(session.train());
        letSteps(2);
        assertThatThrownBy(() -> Until.done(session.data().openText("short", "too short")))
                .hasMessageContaining("its training part has 1 character");
        assertThatThrownBy(() -> Until.done(session.data()
                        .openCorpus(
                                folder.resolve("missing.txt"),
                                null,
                                CodingErrorAction.REPORT,
                                unroll.corpus.CorpusReader.Progress.NONE)))
                .hasMessageContaining("missing.txt");
        assertThat(session.status().opened().text().name()).isEqualTo("plain");
        letSteps(1);
        assertThat(session.status().phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void anotherTextDiscardsTheModel() throws Exception {
        Until.done(session.train());
        letSteps(2);
        CompletableFuture<unroll.corpus.Corpus> opening = session.data().openText("other", TEXT + " and more");
        steps.release(MANY);
        assertThat(Until.done(opening).name()).isEqualTo("other");
        assertThat(session.status().phase()).isEqualTo(Phase.READY);
        assertThat(workshop.last().closed).isTrue();
    }

    @Test
    void openedFilesAreRememberedAndPastedTextsAreNot() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.txt"), TEXT);
        Until.done(session.data()
                .openCorpus(file, null, CodingErrorAction.REPORT, unroll.corpus.CorpusReader.Progress.NONE));
        Until.done(session.data().openText("pasted", TEXT));
        assertThat(session.recentFiles().corpora()).containsExactly(file);
    }

    @Test
    void statusAnswersWhileAFileIsReadAndAStepIsUnderWay() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.txt"), TEXT);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Until.done(session.train());
        letSteps(1);
        CompletableFuture<unroll.corpus.Corpus> opening = session.data()
                .openCorpus(file, null, CodingErrorAction.REPORT, (done, total) -> {
                    reading.countDown();
                    Until.opened(goOn);
                });
        Until.holds("the reading", () -> reading.getCount() == 0);
        // This thread would hang here if status() waited for the reader or for the step.
        assertThat(session.status().opened().text().name()).isEqualTo("plain");
        assertThat(session.status().phase()).isEqualTo(Phase.RUNNING);
        letSteps(3);
        goOn.countDown();
        steps.release(MANY);
        Until.done(opening);
        assertThat(session.status().opened().text().name()).isEqualTo("mine.txt");
    }

    @Test
    void whatHangsOnAFutureNeverHoldsUpTheTrainer() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        // On a thread of its own: where the future is done already, what hangs on it runs where it is hung on.
        CompletableFuture<Void> hanging = Until.started(
                () -> session.train().thenRun(() -> Until.opened(never)).join());
        letSteps(5);
        assertThat(hanging).isNotDone();
        never.countDown();
    }

    // --- the end ---

    @Test
    void closeDoesNotWaitForeverForAStep() throws Exception {
        Until.done(session.train());
        letSteps(1);
        session.close();
        steps.release(1);
        assertThatThrownBy(() -> Until.done(session.data().openText("late", TEXT)))
                .hasMessageContaining("closed");
    }

    @Test
    void closeEndsTheTrainer() throws Exception {
        steps.release(1);
        Until.done(session.step());
        session.close();
        assertThatThrownBy(() -> Until.done(session.train())).hasMessageContaining("closed");
    }
}
