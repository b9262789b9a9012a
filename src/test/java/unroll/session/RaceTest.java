package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static unroll.session.model.FakeWorkshop.NO_MOMENTS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.model.FakeWorkshop;
import unroll.session.race.RaceConfig;
import unroll.session.race.RaceStatus;
import unroll.session.run.LiveSamples;
import unroll.session.run.Phase;
import unroll.session.run.RunEnding;
import unroll.session.state.SessionStore;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.TaskConfig;
import unroll.train.TrainingConfig;
import unroll.train.TrainingEvent;

/** A race between learners that are no networks, and a clock that moves when told. */
class RaceTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int MANY = 1_000_000;
    private static final String TEXT = "a text of some length that has some letters in it";

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong(5 * SECOND);
    private final FakeWorkshop workshop = new FakeWorkshop();

    /** Steps that the learners may take, all together. */
    private final Semaphore steps = new Semaphore(0);

    /** Who did the steps: a step of number n takes n + 1 seconds by the clock. */
    private final List<Integer> order = new CopyOnWriteArrayList<>();

    private Session session;
    private Race race;

    @BeforeEach
    void open() throws Exception {
        AtomicInteger made = new AtomicInteger();
        workshop.prepare = learner -> {
            int number = made.getAndIncrement();
            learner.onStep = self -> {
                steps.acquireUninterruptibly();
                order.add(number);
                clock.addAndGet((number + 1) * SECOND);
            };
        };
        session = new Session(folder, new SessionStore.Config(workshop, clock::get, Duration.ofDays(1), NO_MOMENTS));
        race = session.race();
        Until.done(session.data().openText("plain", TEXT));
        training(TrainingConfig.DEFAULT);
    }

    @AfterEach
    void close() {
        steps.release(MANY);
        session.close();
    }

    private void training(TrainingConfig training) {
        session.settings().set(session.settings().get().withTraining(training));
    }

    /** Ends after so many steps, and says nothing on the way. */
    private static TrainingConfig quiet(long maxSteps) {
        TrainingConfig usual = TrainingConfig.DEFAULT;
        return TrainingConfig.DEFAULT.with(change -> {
            change.batch = usual.batch();
            change.window = usual.window();
            change.optimizer = usual.optimizer();
            change.learningRate = usual.learningRate();
            change.schedule = usual.schedule();
            change.clipping = usual.clipping();
            change.seed = usual.seed();
            change.threads = usual.threads();
            change.maxSteps = maxSteps;
            change.validateEvery = 0;
            change.sampleEvery = 0;
            change.patience = 0;
        });
    }

    private RaceConfig cells() {
        return RaceConfig.of(session.settings().get(), SettingsSchema.CELL, List.of("elman", "gru", "lstm"));
    }

    private List<Long> stepsDone() {
        return race.status().standings().stream()
                .map(standing -> standing.progress().metrics().step())
                .toList();
    }

    private void awaitState(RaceStatus.RaceState state) {
        Until.holds("the race " + state, () -> race.status().state() == state);
    }

    @Test
    void aTurnIsOneStepOfEachInOrder() throws Exception {
        Until.done(race.start(cells()));
        steps.release(7);
        Until.holds("seven steps", () -> order.size() == 7);
        assertThat(order).containsExactly(0, 1, 2, 0, 1, 2, 0);
        var pause = race.pause();
        steps.release(MANY);
        Until.done(pause);
        assertThat(stepsDone()).as("the turn is done to its end").containsExactly(3L, 3L, 3L);
        assertThat(race.status().state()).isEqualTo(RaceStatus.RaceState.PAUSED);
        assertThat(race.status().standings())
                .extracting(RaceStatus.Standing::name)
                .containsExactly("Elman (tanh)", "GRU", "LSTM");
    }

    @Test
    void timeAndSpeedAreTheirOwn() throws Exception {
        training(quiet(4));
        steps.release(MANY);
        Until.done(race.start(cells()));
        awaitState(RaceStatus.RaceState.PAUSED);

        assertThat(race.status().standings())
                .extracting(standing -> standing.progress().metrics().seconds())
                .containsExactly(4.0, 8.0, 12.0);
        assertThat(race.status().standings())
                .extracting(standing -> standing.progress().metrics().charsPerSecond())
                .containsExactly(10.0, 5.0, 10.0 / 3);
    }

    @Test
    void everyOneEndsAtTheLastStepAndMayGoOn() throws Exception {
        training(quiet(4));
        steps.release(MANY);
        Until.done(race.start(cells()));
        awaitState(RaceStatus.RaceState.PAUSED);
        assertThat(stepsDone()).containsExactly(4L, 4L, 4L);
        assertThat(race.status().standings()).allSatisfy(standing -> {
            assertThat(standing.progress().phase()).isEqualTo(Phase.FINISHED);
            assertThat(RunEnding.sentence((TrainingEvent.Finished) standing.ending()))
                    .isEqualTo("Reached step 4. Training can continue for another 4 steps.");
            assertThat(standing.curves().trainLoss()).hasSize(4);
        });

        Until.done(race.goOn());
        Until.holds("eight steps", () -> stepsDone().equals(List.of(8L, 8L, 8L)));
    }

    @Test
    void whoRunsAwayIsOutAndTheOthersGoOn() throws Exception {
        training(quiet(6));
        workshop.prepare = learner -> learner.onStep = self -> {
            if (self == workshop.learners.get(1) && self.steps() == 2) {
                throw new ProblemException(new Problem.Diverged(3, false, 2, 0.1, true));
            }
        };
        Until.done(race.start(cells()));
        awaitState(RaceStatus.RaceState.PAUSED);

        assertThat(stepsDone()).containsExactly(6L, 2L, 6L);
        RaceStatus.Standing out = race.status().standings().get(1);
        assertThat(out.progress().phase()).isEqualTo(Phase.FAILED);
        assertThat(((TrainingEvent.Failed) out.ending()).problem().sentence(Front.WINDOW))
                .startsWith("Training diverged at step 3: the loss is no longer a number.");
        Until.done(race.goOn());
        Until.holds("twelve steps", () -> stepsDone().equals(List.of(12L, 2L, 12L)));
    }

    @Test
    void whoStopsEarlyStaysBehind() throws Exception {
        workshop.prepare =
                learner -> learner.validation = () -> learner == workshop.learners.get(0) ? 1 : 1.0 / learner.steps();
        TrainingConfig usual = quiet(6);
        training(TrainingConfig.DEFAULT.with(change -> {
            change.batch = usual.batch();
            change.window = usual.window();
            change.optimizer = usual.optimizer();
            change.learningRate = usual.learningRate();
            change.schedule = usual.schedule();
            change.clipping = usual.clipping();
            change.seed = usual.seed();
            change.threads = usual.threads();
            change.maxSteps = 6;
            change.validateEvery = 1;
            change.sampleEvery = 0;
            change.patience = 2;
        }));
        Until.done(race.start(cells()));
        awaitState(RaceStatus.RaceState.PAUSED);
        assertThat(stepsDone()).as("the first loss and two that were no better").containsExactly(3L, 6L, 6L);
        assertThat(race.status().standings().get(0).ending()).isInstanceOf(TrainingEvent.StoppedEarly.class);

        Until.done(race.goOn());
        Until.holds("the others at their next end", () -> stepsDone().get(2) == 12);
        assertThat(stepsDone()).containsExactly(3L, 12L, 12L);
    }

    @Test
    void whereAllRanAwayNobodyGoesOn() throws Exception {
        workshop.prepare = learner -> learner.onStep = self -> {
            throw new ProblemException(new Problem.Diverged(1, false, 0, 0.1, true));
        };
        Until.done(race.start(cells()));
        awaitState(RaceStatus.RaceState.PAUSED);
        assertThatThrownBy(() -> Until.done(race.goOn()))
                .hasRootCauseMessage("All networks of this race are out; start another one.");
    }

    @Test
    void theModelRestsWhileTheyRaceAndTheyRestWhileItTrains() throws Exception {
        steps.release(1);
        Until.done(session.train());
        Until.holds("a step of the model", () -> session.status().metrics().step() == 1);
        var start = race.start(cells());
        steps.release(4);
        Until.done(start);
        long rested = session.status().metrics().step();
        Until.holds("a turn", () -> order.size() == 5);
        assertThat(session.status().phase()).isEqualTo(Phase.PAUSED);
        assertThat(session.status().metrics().step()).isEqualTo(rested);

        var train = session.train();
        steps.release(MANY);
        Until.done(train);
        assertThat(race.status().state()).isEqualTo(RaceStatus.RaceState.PAUSED);
        Until.holds("more steps of the model", () -> session.status().metrics().step() > rested + 3);
        List<Long> held = stepsDone();
        assertThat(held).as("whole turns").isIn(List.of(1L, 1L, 1L), List.of(2L, 2L, 2L));

        Until.done(race.pause());
        assertThat(session.status().phase())
                .as("a resting race leaves the model alone")
                .isEqualTo(Phase.RUNNING);
        Until.done(race.stop());
        assertThat(session.status().phase()).isEqualTo(Phase.RUNNING);
        Until.done(session.pause());
        assertThat(stepsDone()).isEqualTo(held);
    }

    @Test
    void stoppedItsNetworksAreLetGoAndItsNumbersStay() throws Exception {
        steps.release(MANY);
        Until.done(race.start(cells()));
        Until.holds("a turn", () -> stepsDone().get(2) > 0);
        Until.done(race.stop());
        List<Long> done = stepsDone();

        assertThat(race.status().state()).isEqualTo(RaceStatus.RaceState.OVER);
        assertThat(workshop.learners).hasSize(3).allMatch(learner -> learner.closed);
        assertThat(race.status().standings().get(0).curves().trainLoss()).isNotEmpty();
        assertThatThrownBy(() -> Until.done(race.goOn())).hasRootCauseMessage("There is no race; start one first.");
        assertThat(stepsDone()).isEqualTo(done);
    }

    @Test
    void aNewRaceAnotherTextAndTheEndLetTheOldNetworksGo() throws Exception {
        steps.release(MANY);
        Until.done(race.start(cells()));
        Until.done(race.start(cells()));
        assertThat(workshop.learners.subList(0, 3)).allMatch(learner -> learner.closed);

        Until.done(session.data().openText("other", TEXT + TEXT));
        assertThat(race.status().state()).isEqualTo(RaceStatus.RaceState.OVER);
        assertThat(workshop.learners).hasSize(6).allMatch(learner -> learner.closed);

        Until.done(race.start(cells()));
        session.close();
        assertThat(workshop.learners).hasSize(9).allMatch(learner -> learner.closed);
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingChanges() throws Exception {
        steps.release(MANY);
        Until.done(session.step());
        Until.done(race.start(cells()));
        workshop.room = 3;
        assertThatThrownBy(() -> Until.done(race.start(cells())))
                .as("three and the model on the table")
                .hasRootCauseMessage("The race has 4 characters; shorten it to at most 3.");
        assertThat(race.status().state()).isEqualTo(RaceStatus.RaceState.RUNNING);
    }

    @Test
    void aNetworkThatCannotBeMadeTakesTheOthersAway() throws Exception {
        workshop.prepare = learner -> {
            if (workshop.learners.size() == 2) {
                throw new OutOfMemoryError();
            }
        };
        assertThatThrownBy(() -> Until.done(race.start(cells()))).hasMessageContaining("Memory ran out.");
        assertThat(workshop.learners).hasSize(2).allMatch(learner -> learner.closed);
        assertThat(race.status().state()).isEqualTo(RaceStatus.RaceState.NONE);
    }

    @Test
    void refusesWhatMakesNoDifferenceToATask() throws Exception {
        Until.done(session.data().choose(Settings.startingWith(TaskConfig.parse("addition")), null));
        Settings base = session.settings().get();
        assertThatThrownBy(
                        () -> Until.done(race.start(RaceConfig.of(base, SettingsSchema.WINDOW, List.of("10", "20")))))
                .hasMessageContaining("bring their own length");
        assertThatThrownBy(() -> Until.done(race.start(RaceConfig.of(base, SettingsSchema.SEED, List.of("10", "20")))))
                .hasMessageContaining("also chooses the examples");
    }

    @Test
    void allWriteAtTheSameStepInTheSameWayAndTheRaceDoesNotWait() throws Exception {
        List<SampleRequest> requests = new CopyOnWriteArrayList<>();
        CountDownLatch letWrite = new CountDownLatch(1);
        var before = workshop.prepare;
        workshop.prepare = learner -> {
            before.accept(learner);
            learner.writer = (request, onText) -> {
                requests.add(request);
                Until.opened(letWrite);
                return "written";
            };
        };
        TrainingConfig twice = quiet(0);
        training(TrainingConfig.DEFAULT.with(change -> {
            change.batch = twice.batch();
            change.window = twice.window();
            change.optimizer = twice.optimizer();
            change.learningRate = twice.learningRate();
            change.schedule = twice.schedule();
            change.clipping = twice.clipping();
            change.seed = 7;
            change.threads = twice.threads();
            change.validateEvery = 0;
            change.sampleEvery = 2;
            change.patience = 0;
        }));
        SamplingSettings bold = SamplingSettings.DEFAULT.withTemperature(0.3);
        session.setSampling(bold);
        Until.done(race.start(cells()));
        // One turn takes six seconds by the clock, so the first texts come with it.
        steps.release(3);
        Until.holds("the first text", () -> requests.size() == 1);
        session.setSampling(SamplingSettings.DEFAULT);
        steps.release(30);
        Until.holds("eleven turns", () -> stepsDone().equals(List.of(11L, 11L, 11L)));
        assertThat(requests).as("one round in the making").hasSize(1);
        letWrite.countDown();
        Until.holds(
                "the texts", () -> race.status().standings().stream().allMatch(standing -> standing.sample() != null));

        assertThat(requests.subList(0, 3))
                .containsOnly(new SampleRequest("", LiveSamples.LENGTH, "", bold, 7 * 1_000_003 + 1));
        assertThat(race.status().standings())
                .allSatisfy(standing -> assertThat(standing.sample().step()).isEqualTo(1));
        Until.holds("the second round", () -> {
            steps.release(3);
            return requests.size() >= 6;
        });
        List<Long> seeds = requests.subList(3, 6).stream()
                .map(SampleRequest::seed)
                .distinct()
                .toList();
        assertThat(seeds).hasSize(1);
        assertThat((seeds.get(0) - 7 * 1_000_003) % 2).as("an even step").isZero();
    }

    @Test
    void aNetworkTakenOverIsTheModelAndTheRaceIsOver() throws Exception {
        steps.release(MANY);
        Until.done(session.step());
        Until.done(race.start(cells()));
        Until.holds("a few turns", () -> stepsDone().get(1) > 3);
        Until.done(race.adopt(1));
        long step = stepsDone().get(1);

        Status status = session.status();
        assertThat(status.metrics().step()).isEqualTo(step);
        assertThat(status.phase()).isEqualTo(Phase.PAUSED);
        assertThat(status.settings().model().cell()).isEqualTo("gru");
        assertThat(session.settings().get()).isEqualTo(status.settings());
        assertThat(status.model().unsaved()).isTrue();
        assertThat(session.curves().view())
                .isEqualTo(race.status().standings().get(1).curves());
        assertThat(race.status().state()).isEqualTo(RaceStatus.RaceState.OVER);
        assertThat(workshop.learners).extracting(learner -> learner.closed).containsExactly(true, true, false, true);

        Until.done(session.step());
        assertThat(session.status().metrics().step()).isEqualTo(step + 1);
        assertThat(stepsDone().get(1)).isEqualTo(step);
    }

    @Test
    void withoutATextThereIsNothingToRaceOn() throws Exception {
        try (Session empty = new Session(
                folder.resolve("empty"),
                new SessionStore.Config(workshop, clock::get, Duration.ofDays(1), NO_MOMENTS))) {
            assertThat(empty.race().status()).isEqualTo(RaceStatus.NONE);
            assertThatThrownBy(() -> Until.done(empty.race().start(cells())))
                    .hasMessageContaining("There is nothing to train on yet; open a text first.");
        }
    }
}
