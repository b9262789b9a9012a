package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.Locales;
import unroll.checkpoint.TextSource;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.message.Front;
import unroll.session.history.Autosave;
import unroll.session.history.History;
import unroll.session.history.SnapshotFiles;
import unroll.session.history.Snapshots;
import unroll.session.model.FakeLearner;
import unroll.session.model.FakeWorkshop;
import unroll.session.run.Phase;
import unroll.session.state.SessionStore;
import unroll.session.state.Status;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.task.Layout;
import unroll.train.TrainingConfig;
import unroll.train.TrainingEvent;

/** The snapshots of a run, with learners that are no networks and a clock that moves when told. */
class HistoryTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String TEXT = "a text of some length that has some letters in it";
    private static final int MAX_SNAPSHOTS = 4;
    private static final int MANY = 1_000_000;

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong(5 * SECOND);
    private final FakeWorkshop workshop = new FakeWorkshop();
    private final Semaphore steps = new Semaphore(0);
    private final List<TrainingEvent> events = new ArrayList<>();
    private Session session;

    @BeforeEach
    void open() throws Exception {
        workshop.prepare = learner -> learner.onStep = self -> steps.acquireUninterruptibly();
        workshop.settingsOfFiles = Settings.DEFAULT;
        workshop.textOfFiles = TextSource.of(CorpusReader.ofText("plain", TEXT));
        workshop.layoutOfFiles = Layout.of(CorpusReader.ofText("plain", TEXT).vocabulary());
        session = session();
    }

    private Session session() throws Exception {
        return session(MAX_SNAPSHOTS);
    }

    private Session session(int most) throws Exception {
        History.Limits few = new History.Limits(256_000_000, most, Duration.ofSeconds(1));
        Session begun = new Session(folder, new SessionStore.Config(workshop, clock::get, Duration.ofSeconds(60), few));
        Until.done(begun.data().openText("plain", TEXT));
        return begun;
    }

    @AfterEach
    void close() {
        steps.release(MANY);
        session.close();
    }

    private void letSteps(int count) {
        long before = session.status().metrics().step();
        steps.release(count);
        Until.holds(
                String.format(Locale.ROOT, "%d more steps", count),
                () -> session.status().metrics().step() == before + count);
    }

    /** Lets a second pass and then a step be done; the step's snapshot is kept where its turn has come. */
    private void letStepsASecondApart(int count) {
        for (int i = 0; i < count; i++) {
            clock.addAndGet(SECOND);
            letSteps(1);
            atRest();
        }
    }

    /** When this returns, whatever was to be written or deleted has been. */
    private void atRest() {
        long step = session.status().metrics().step();
        Until.holds(
                "the turn of step " + step,
                () -> workshop.last().begun.get() > step || session.status().phase() != Phase.RUNNING);
        try {
            Until.done(session.data()
                    .openCorpus(
                            folder.resolve("no such text"), null, CodingErrorAction.REPORT, CorpusReader.Progress.NONE)
                    .handle((text, refused) -> true));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<Long> kept() {
        return session.history().snapshots().kept().stream()
                .map(Snapshots.Snapshot::step)
                .toList();
    }

    private Path history() {
        return folder.resolve("history");
    }

    private Path file(long step) {
        return history().resolve(String.format(Locale.ROOT, "moment-%012d.safetensors", step));
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(history())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> namesOf(Long... steps) {
        return Stream.of(steps).map(step -> file(step).getFileName().toString()).toList();
    }

    private <T extends TrainingEvent> List<T> received(Class<T> kind) {
        events.addAll(session.events().drain());
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void beginsWithTheUntrainedNetworkAndTakesOneASecondAtMost() throws Exception {
        Until.done(session.train());
        atRest();
        assertThat(kept()).containsExactly(0L);
        assertThat(session.history()
                        .snapshots()
                        .kept()
                        .get(0)
                        .metrics()
                        .losses()
                        .train())
                .isNaN();
        letSteps(3);
        clock.addAndGet(SECOND - 1);
        letSteps(1);
        atRest();
        assertThat(kept()).containsExactly(0L);
        clock.addAndGet(1);
        letSteps(1);
        atRest();
        assertThat(kept()).containsExactly(0L, 5L);
        Snapshots.Snapshot fifth = session.history().snapshots().kept().get(1);
        assertThat(fifth.metrics().seconds()).isEqualTo(1.0);
        assertThat(fifth.metrics().losses().train())
                .isEqualTo(session.status().metrics().losses().train());
        assertThat(names()).isEqualTo(namesOf(0L, 5L));
        assertThat(file(5)).hasContent("5 5.0");
        assertThat(session.history().snapshots().bytes()).isEqualTo(Files.size(file(0)) + Files.size(file(5)));
    }

    @Test
    void theStepsOneTwoFourEightWaitForNothing() throws Exception {
        session.close();
        session = session(200);
        Until.done(session.train());
        letSteps(20);
        atRest();
        assertThat(kept()).containsExactly(0L, 1L, 2L, 4L, 8L, 16L);
    }

    @Test
    void aPowerOfTwoIsKeptOnceWhereTheRunPausesThere() throws Exception {
        session.close();
        session = session(200);
        Until.done(session.train());
        letSteps(3);
        atRest();
        pauseAfterOneMoreStep();
        atRest();
        clock.addAndGet(2 * SECOND);
        Until.done(session.train());
        atRest();
        assertThat(workshop.last().captures).containsExactly(0L, 1L, 2L, 4L);
        assertThat(kept()).containsExactly(0L, 1L, 2L, 4L);
        assertThat(session.history().snapshots().trouble()).isNull();
        assertThat(received(TrainingEvent.Warned.class)).isEmpty();
    }

    @Test
    void aPowerOfTwoIsKeptOnceWhereTheRunGoesOnBeforeItsSnapshotsAreRead() throws Exception {
        session.close();
        session = session(200);
        Until.done(session.train());
        letSteps(3);
        atRest();
        endTheSitting();
        CountDownLatch goOn = new CountDownLatch(1);
        workshop.settingsOf = file -> {
            if (file.startsWith(history())) {
                Until.opened(goOn);
            }
            return Settings.DEFAULT;
        };
        session = session(200);
        Until.done(session.modelFiles().open(session.modelFiles().autosaveFile()));
        assertThat(session.status().metrics().step()).isEqualTo(4);
        Until.done(session.train());
        goOn.countDown();
        atRest();
        assertThat(workshop.last().captures).isEmpty();
        assertThat(kept()).containsExactly(0L, 1L, 2L, 4L);
        assertThat(session.history().snapshots().trouble()).isNull();
    }

    @Test
    void thinsOutAsTheRunGrowsAndKeepsNoMoreFilesThanItSays() throws Exception {
        Until.done(session.train());
        atRest();
        letStepsASecondApart(4);
        assertThat(kept()).containsExactly(0L, 2L, 4L);
        letStepsASecondApart(60);
        assertThat(kept()).hasSizeBetween(MAX_SNAPSHOTS / 2, MAX_SNAPSHOTS).startsWith(0L);
        assertThat(names()).isEqualTo(namesOf(kept().toArray(Long[]::new)));
    }

    @Test
    void neverMoreThanOneIsUnderWay() throws Exception {
        Until.done(session.train());
        atRest();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Path text = Files.writeString(folder.resolve("other.txt"), TEXT);
        CompletableFuture<Corpus> opening = session.data()
                .openCorpus(text, null, CodingErrorAction.REPORT, (done, total) -> {
                    reading.countDown();
                    Until.opened(goOn);
                });
        Until.holds("the files' thread to be busy", () -> reading.getCount() == 0);
        for (int i = 0; i < 5; i++) {
            clock.addAndGet(SECOND);
            letSteps(1);
        }
        opening.cancel(false);
        goOn.countDown();
        assertThat(workshop.last().captures).containsExactly(0L, 1L);
    }

    @Test
    void keepsTheLastStepOfARunThatComesToItsEnd() throws Exception {
        TrainingConfig training = TrainingConfig.DEFAULT.with(change -> {
            change.maxSteps = 7;
            change.validateEvery = 0;
        });
        session.settings().set(session.settings().get().withTraining(training));
        Until.done(session.train());
        atRest();
        steps.release(7);
        Until.holds("the end", () -> session.status().phase() == Phase.FINISHED);
        Until.holds("its moment", () -> kept().equals(List.of(0L, 7L)));
    }

    @Test
    void anotherModelBeginsAnewAndTouchesNoForeignFile() throws Exception {
        Until.done(session.train());
        atRest();
        letStepsASecondApart(2);
        assertThat(kept()).containsExactly(0L, 1L, 2L);
        List<String> foreign = List.of("moment-12.safetensors", "moment-000000000001.txt", "mine.safetensors");
        for (String name : foreign) {
            Files.writeString(history().resolve(name), "foreign");
        }
        CompletableFuture<Void> reset = session.reset();
        steps.release(1);
        Until.done(reset);
        assertThat(session.history().snapshots()).isEqualTo(Snapshots.NONE);
        assertThat(file(2)).as("goes when there is another run").exists();
        steps.drainPermits();
        Until.done(session.train());
        atRest();
        assertThat(kept()).containsExactly(0L);
        assertThat(names())
                .contains(foreign.toArray(String[]::new))
                .contains(namesOf(0L).get(0));
        assertThat(names()).hasSize(foreign.size() + 1);
    }

    @Test
    void aFailingDiskIsOneWarningAndTheRunGoesOn() throws Exception {
        Files.writeString(history(), "no folder");
        Until.done(session.train());
        atRest();
        letSteps(1);
        clock.addAndGet(61 * SECOND);
        letSteps(1);
        atRest();
        clock.addAndGet(61 * SECOND);
        Until.holds("the second trial", () -> {
            letSteps(1);
            return workshop.last().captures.size() > 2;
        });
        atRest();
        assertThat(received(TrainingEvent.Warned.class))
                .filteredOn(warned -> warned.problem().sentence(Front.WINDOW).startsWith("No snapshot"))
                .hasSize(1);
        assertThat(session.history().snapshots().trouble().sentence(Front.WINDOW))
                .startsWith("No snapshot of this run could be recorded just now");
        assertThat(session.status().phase()).isEqualTo(Phase.RUNNING);
        Files.delete(history());
        clock.addAndGet(61 * SECOND);
        letSteps(2); // The first one's turn is the autosave's.
        atRest();
        assertThat(kept()).containsExactly(session.status().metrics().step());
        assertThat(session.history().snapshots().trouble()).isNull();
    }

    @Test
    void memoryThatRunsOutForACopyEndsNoRun() throws Exception {
        workshop.prepare = learner -> {
            learner.onStep = self -> steps.acquireUninterruptibly();
            learner.onCapture = () -> {
                throw new OutOfMemoryError("Java heap space");
            };
        };
        Until.done(session.train());
        letSteps(2);
        assertThat(session.status().phase()).isEqualTo(Phase.RUNNING);
        assertThat(session.history().snapshots().trouble().sentence(Front.WINDOW))
                .contains("Memory ran out");
        workshop.last().onCapture = () -> {};
    }

    @Test
    void aModelTooLargeForTwoMomentsKeepsNoneAndSaysWhy() throws Exception {
        workshop.prepare = learner -> {
            learner.onStep = self -> steps.acquireUninterruptibly();
            learner.bytes = 100_000_000;
        };
        Until.done(session.train());
        letStepsASecondApart(2);
        assertThat(session.history().snapshots().kept()).isEmpty();
        assertThat(session.history().snapshots().trouble().sentence(Front.WINDOW))
                .contains("100 MB", "256 MB");
        assertThat(history()).doesNotExist();
    }

    @Test
    void whoWantsNoMomentsGetsNoneAndThoseThereAreGo() throws Exception {
        Until.done(session.train());
        atRest();
        letStepsASecondApart(2);
        session.preferences().recordSnapshots(false);
        session.history().deleteSnapshots();
        letStepsASecondApart(2);
        assertThat(kept()).isEmpty();
        assertThat(names()).isEmpty();
        session.preferences().recordSnapshots(true);
        letStepsASecondApart(1);
        assertThat(kept()).containsExactly(5L);
    }

    @Test
    void theAutosaveOfARunTakesItsMomentsUpAgain() throws Exception {
        Until.done(session.train());
        atRest();
        letStepsASecondApart(3);
        assertThat(kept()).containsExactly(0L, 1L, 2L, 3L);
        endTheSitting();
        Files.writeString(file(2), "damaged");
        Files.writeString(file(1), "3 3.0");
        Files.writeString(file(9), "9 9.0");
        String leftover = ".%s.1999999999-7.unroll-tmp".formatted(file(8).getFileName());
        Files.writeString(history().resolve(leftover), "half");
        Files.writeString(history().resolve("mine.txt"), "foreign");

        session = session();
        Until.done(session.modelFiles().open(session.modelFiles().autosaveFile()));
        atRest();
        assertThat(kept()).as("1 is of another step, 2 is damaged, 9 is beyond").containsExactly(0L, 3L);
        assertThat(names())
                .containsExactly("mine.txt", namesOf(0L).get(0), namesOf(3L).get(0));
        Until.done(session.train());
        steps.drainPermits();
        letStepsASecondApart(6);
        assertThat(kept()).startsWith(0L).hasSizeBetween(2, MAX_SNAPSHOTS);
    }

    private void pauseAfterOneMoreStep() {
        CompletableFuture<Void> pause = session.pause();
        steps.release(1);
        Until.holds("the pause", pause::isDone);
    }

    /** Closes the session; the run may have made a step more. */
    private void endTheSitting() {
        pauseAfterOneMoreStep();
        session.close();
        steps.drainPermits();
    }

    @Test
    void momentsOfAnotherRunAreNotTakenUp() throws Exception {
        Until.done(session.train());
        atRest();
        letStepsASecondApart(2);
        endTheSitting();
        Path autosave = folder.resolve(Autosave.FILE);
        workshop.settingsOf = file -> file.equals(autosave)
                ? Settings.DEFAULT
                : Settings.DEFAULT.withModel(ModelSettings.DEFAULT.withHidden(9));
        session = session();
        Until.done(session.modelFiles().open(autosave));
        atRest();
        assertThat(kept()).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void openingAnotherFileLeavesTheMomentsUntilItIsTrained() throws Exception {
        Until.done(session.train());
        atRest();
        letStepsASecondApart(2);
        endTheSitting();
        session = session();
        Path other = Files.writeString(folder.resolve("other.safetensors"), "40 40.0");
        Until.done(session.modelFiles().open(other));
        atRest();
        assertThat(session.history().snapshots().kept()).isEmpty();
        assertThat(names()).isEqualTo(namesOf(0L, 1L, 2L));
        Until.done(session.train());
        atRest();
        assertThat(kept()).containsExactly(40L);
        assertThat(names()).isEqualTo(namesOf(40L));
    }

    @Test
    void goingBackForgetsWhatCameAfter() throws Exception {
        Until.done(session.train());
        atRest();
        letStepsASecondApart(3);
        CompletableFuture<Path> save = session.modelFiles().save(folder.resolve("mine.safetensors"));
        steps.release(1);
        Until.done(save);
        FakeLearner before = workshop.last();
        CompletableFuture<Void> back = session.history().goBackTo(1);
        steps.release(MANY);
        Until.done(back);
        steps.drainPermits();
        Status status = session.status();
        assertThat(status.metrics().step()).isEqualTo(1);
        assertThat(status.phase()).isEqualTo(Phase.PAUSED);
        assertThat(status.model().unsaved()).isTrue();
        assertThat(status.model().file()).isNull();
        assertThat(before.closed).isTrue();
        atRest();
        assertThat(kept()).containsExactly(0L, 1L);
        assertThat(names()).isEqualTo(namesOf(0L, 1L));
        Until.done(session.train());
        letStepsASecondApart(2);
        assertThat(kept()).containsExactly(0L, 1L, 2L, 3L);
        endTheSitting();
        assertThat(folder.resolve(Autosave.FILE)).hasContent("4 4.0");
    }

    @Test
    void aMomentThatHasGoneIsRefusedInWordsAndNoLongerOffered() throws Exception {
        Until.done(session.train());
        atRest();
        letStepsASecondApart(2);
        assertThatThrownBy(() -> Until.done(session.history().goBackTo(77)))
                .hasMessageContaining("step 77 is no longer there");
        Files.delete(file(1));
        assertThatThrownBy(() -> Until.done(session.history().goBackTo(1))).hasMessageContaining("moment-000000000001");
        assertThat(kept()).containsExactly(0L, 2L);
        letSteps(1);
        assertThat(session.status().phase()).isEqualTo(Phase.RUNNING);
    }

    static Stream<Locale> locales() {
        return Locales.withDigitsOfTheirOwn();
    }

    @ParameterizedTest
    @MethodSource("locales")
    void findsItsFilesAgainWhateverTheLocale(Locale locale) throws Exception {
        Locales.with(locale, () -> {
            Until.done(session.train());
            atRest();
            letStepsASecondApart(3 * MAX_SNAPSHOTS);
        });
        assertThat(names()).hasSizeLessThanOrEqualTo(MAX_SNAPSHOTS).isEqualTo(namesOf(kept().toArray(Long[]::new)));
        assertThat(new SnapshotFiles(history()).steps()).isEqualTo(kept());
    }
}
