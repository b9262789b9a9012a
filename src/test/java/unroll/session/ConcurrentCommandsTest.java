package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.checkpoint.TextSource;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.session.data.Dataset;
import unroll.session.history.History;
import unroll.session.model.FakeWorkshop;
import unroll.session.race.RaceConfig;
import unroll.session.race.RaceStatus;
import unroll.session.run.Phase;
import unroll.session.state.Bookmark;
import unroll.session.state.EarlierRun;
import unroll.session.state.Model;
import unroll.session.state.SessionState;
import unroll.session.state.SessionStore;
import unroll.session.state.Status;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.Layout;
import unroll.train.Clipping;
import unroll.train.TrainingEvent;

/** Commands that come while others are under way: nothing is lost, nothing is done to what is no longer there. */
class ConcurrentCommandsTest {
    private static final String TEXT = "a text of some length that has some letters in it";
    private static final String OTHER = "another text of some length, with a comma and other letters";
    private static final int COMMANDS = 400;

    @TempDir
    private Path folder;

    private final FakeWorkshop workshop = new FakeWorkshop();
    private Session session;

    @BeforeEach
    void open() throws Exception {
        Corpus text = CorpusReader.ofText("plain", TEXT);
        workshop.textOfFiles = TextSource.of(text);
        workshop.layoutOfFiles = Layout.of(text.vocabulary());
        workshop.settingsOfFiles = Settings.DEFAULT;
        workshop.room = 9;
        workshop.prepare = learner -> {
            learner.onStep = self -> LockSupport.parkNanos(20_000);
            learner.validation = () -> 1 + 1.0 / learner.steps;
        };
        session = new Session(
                folder,
                new SessionStore.Config(
                        workshop,
                        System::nanoTime,
                        Duration.ofMillis(20),
                        new History.Limits(256_000_000, 8, Duration.ofMillis(5))));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void settingsThatChangeWhileATextIsReadAreKept() throws Exception {
        workshop.onCheck =
                once(() -> session.settings().change(settings -> settings.with(change -> change.learningRate = 0.125)));
        Until.done(session.data().openText("plain", TEXT));
        assertThat(session.settings().get().training().learningRate()).isEqualTo(0.125);
        assertThat(session.status().opened().text()).isNotNull();
    }

    @Test
    void aResetWhileTheTextOfAModelIsFoundLeavesTheTextAndNoModel() throws Exception {
        Path file = Files.writeString(folder.resolve("model.safetensors"), "5 5.0");
        Until.done(session.modelFiles().open(file));
        assertThat(session.modelFiles().missingData()).isNotNull();
        workshop.onSubject = once(() -> Until.done(session.reset()));
        Until.done(session.data().openText("plain", TEXT));
        assertThat(session.modelIdentity()).isNull();
        assertThat(session.modelFiles().missingData()).isNull();
        assertThat(session.status().metrics().step()).isZero();
        assertThat(session.status().opened().text()).isNotNull();
    }

    /** The action of a test thread, whose faults are the test's. */
    private interface Action {
        void run() throws Exception;
    }

    /** Does this the first time, and nothing afterwards. */
    private static Runnable once(Action action) {
        AtomicInteger times = new AtomicInteger();
        return () -> {
            if (times.getAndIncrement() == 0) {
                try {
                    action.run();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {20_261_128, 7})
    void commandsOfTwoThreadsLeaveTheStateWhole(long seed) throws Exception {
        Path file = Files.writeString(folder.resolve("model.safetensors"), "5 5.0");
        Queue<CompletableFuture<?>> futures = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> threads = List.of(
                Until.started(() -> command(new Random(seed), file, futures)),
                Until.started(() -> command(new Random(-seed), file, futures)));
        Witness witness = new Witness();
        while (!threads.stream().allMatch(CompletableFuture::isDone)) {
            witness.update();
        }
        for (CompletableFuture<Void> thread : threads) {
            Until.done(thread);
        }
        for (CompletableFuture<?> future : futures) {
            Until.holds("an answer to every command, seed " + seed, future::isDone);
        }
        Until.done(session.pause());
        witness.update();
        // One text breaks the reading of another one off.
        assertThat(futures.stream().filter(future -> future.isCompletedExceptionally() && !future.isCancelled()))
                .as("refusals, seed %d", seed)
                .allSatisfy(future -> assertThat(refusal(future)).matches(ConcurrentCommandsTest::isExpected));
        assertThat(session.events().drain())
                .as("faults, seed %d", seed)
                .doesNotHaveAnyElementsOfTypes(TrainingEvent.Failed.class);
        assertThat(witness.phases).as("what was seen, seed %d", seed).contains(Phase.RUNNING, Phase.PAUSED);
    }

    private static String refusal(CompletableFuture<?> future) {
        try {
            future.join();
            return "";
        } catch (CompletionException refused) {
            return String.valueOf(refused.getCause().getMessage());
        }
    }

    /** What a user is told who asks for what is not there. */
    private static boolean isExpected(String sentence) {
        return List.of(
                        "There is no model yet",
                        "There is nothing to train on yet",
                        "The task \"next-character\" reads a text",
                        "There is no race",
                        "All networks of this race are out",
                        "No best weights are kept yet",
                        "plain, which this model was trained on, was not found",
                        "The model has changed since",
                        "The snapshot of step")
                .stream()
                .anyMatch(sentence::startsWith);
    }

    private void command(Random random, Path file, Queue<CompletableFuture<?>> futures) {
        List<Callable<CompletableFuture<?>>> commands = commands(random, file);
        for (int i = 0; i < COMMANDS; i++) {
            try {
                CompletableFuture<?> future =
                        commands.get(random.nextInt(commands.size())).call();
                futures.add(future);
                if (random.nextInt(3) == 0) {
                    Until.holds("a command", future::isDone);
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private List<Callable<CompletableFuture<?>>> commands(Random random, Path file) {
        List<Callable<CompletableFuture<?>>> commands = new ArrayList<>(List.of(
                () -> session.data().openText("plain", TEXT),
                () -> session.data().openText("other", OTHER),
                () -> session.modelFiles().open(file),
                session::train,
                session::train,
                session::step,
                session::pause,
                session::reset,
                session::restoreBest,
                () -> session.modelFiles()
                        .save(folder.resolve(String.format(Locale.ROOT, "saved-%d.safetensors", random.nextInt(3)))),
                () -> session.data().choose(often(random), null)));
        commands.addAll(List.of(
                () -> edited(() -> session.settings()
                        .change(settings ->
                                settings.with(change -> change.learningRate = 1.0 / (1 + random.nextInt(9))))),
                () -> edited(() -> session.settings()
                        .change(settings ->
                                settings.with(change -> change.clipping = Clipping.norm(1 + random.nextInt(9))))),
                () -> edited(() -> session.settings().set(often(random))),
                this::goBack,
                this::forget,
                this::bringBack,
                () -> session.race().start(race()),
                () -> session.race().pause(),
                () -> session.race().goOn(),
                () -> session.race().stop(),
                () -> session.race().adopt(random.nextInt(2))));
        return commands;
    }

    private static Settings often(Random random) {
        return Settings.DEFAULT.with(change -> {
            change.validateEvery = 1 + random.nextInt(20);
            change.maxSteps = random.nextInt(2) * 50;
        });
    }

    private static CompletableFuture<?> edited(Runnable edit) {
        edit.run();
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<?> goBack() {
        long step = session.history().snapshots().kept().stream()
                .mapToLong(moment -> moment.step())
                .findFirst()
                .orElse(0);
        return session.history().goBackTo(step);
    }

    private CompletableFuture<?> forget() {
        List<EarlierRun> runs = session.history().earlierRuns();
        return runs.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : session.history().forget(runs.get(0));
    }

    private CompletableFuture<?> bringBack() {
        Bookmark earlier = session.history().setAside();
        Corpus text = earlier == null ? null : earlier.opened().text();
        // All captures of fake learners have the symbols of this text.
        return text == null || !text.name().equals("plain")
                ? CompletableFuture.completedFuture(null)
                : session.history().restore(earlier);
    }

    private static RaceConfig race() {
        return RaceConfig.of(Settings.DEFAULT, SettingsSchema.CELL, List.of("elman", "gru"));
    }

    /** Looks at the state again and again. */
    private final class Witness {
        private final List<Phase> phases = new ArrayList<>();
        private SessionState before = session.state();

        void update() {
            SessionState now = session.state();
            Model model = now.model();
            boolean training = now.progress().phase() == Phase.RUNNING;
            assertThat(training && now.race().state() == RaceStatus.RaceState.RUNNING)
                    .as("model and race at once")
                    .isFalse();
            if (now.run() != null) {
                assertThat(now.opened().text()).as("what it is trained on").isNotNull();
            }
            if (now.readOnly() != null) {
                assertThat(training).as("trained without data").isFalse();
                assertThat(now.opened().text()).as("the text that is missing").isNull();
            }
            if (model != null && before.has(model.backing())) {
                assertThat(now.progress().metrics().step())
                        .isGreaterThanOrEqualTo(before.progress().metrics().step());
                assertThat(now.progress().metrics().seconds())
                        .isGreaterThanOrEqualTo(before.progress().metrics().seconds());
            }
            if (model == null) {
                assertThat(now.progress().metrics().step()).isZero();
            }
            phases.add(now.progress().phase());
            before = now;
            session.race().status();
            see(session.status());
        }

        /** What is seen belongs together. */
        private void see(Status status) {
            Corpus text = status.opened().text();
            Dataset dataset = status.dataset();
            assertThat(dataset == null ? null : dataset.source())
                    .as("what is learned")
                    .isSameAs(text);
            if (status.modelIdentity() == null) {
                assertThat(status.metrics().step()).as("a step of no model").isZero();
                assertThat(status.model().unsaved()).as("nothing to save").isFalse();
            }
        }
    }
}
