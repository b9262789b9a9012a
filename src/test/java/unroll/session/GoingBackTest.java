package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.session.history.History;
import unroll.session.history.Snapshots;
import unroll.session.model.EngineTrainerFactory;
import unroll.session.model.ModelSnapshot;
import unroll.session.run.Curves;
import unroll.session.run.Phase;
import unroll.session.state.Bookmark;
import unroll.session.state.SessionStore;
import unroll.session.state.Status;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.train.TrainingConfig;

/** Moments of real, tiny networks: what was, is again, and goes on bit for bit as it did. */
class GoingBackTest {
    private static final String TEXT =
            "The quick brown fox jumps over the lazy dog, and 17 lions ask why.\n".repeat(60);
    private static final int BEFORE = 12;
    private static final int AFTER = 25;

    @TempDir
    Path folder;

    private static Settings settings(String cell) {
        TrainingConfig training = TrainingConfig.DEFAULT.with(change -> {
            change.batch = 4;
            change.window = 8;
            change.learningRate = 0.01;
            change.seed = 3;
            change.threads = 2;
            change.validateEvery = 5;
            change.sampleEvery = 0;
            change.patience = 0;
        });
        return new Settings(new ModelSettings(cell, 12, 2, 0.2), training, Split.DEFAULT);
    }

    /** A clock that stands still makes every step's turn come. */
    private Session session(int max) throws Exception {
        History.Limits every = new History.Limits(256_000_000, max, Duration.ZERO);
        Session session = new Session(
                folder.resolve("home"),
                new SessionStore.Config(new EngineTrainerFactory(), () -> 0, Duration.ofMinutes(1), every));
        session.settings().set(settings("lstm"));
        Until.done(session.data().openText("text", TEXT));
        return session;
    }

    /** Steps one by one, each with its snapshot; but the last one's is kept when another step begins. */
    private void steps(Session session, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Until.done(session.step());
            // What comes after it on the files' thread is done when it is.
            Until.done(session.data()
                    .openCorpus(
                            folder.resolve("no such text"), null, CodingErrorAction.REPORT, CorpusReader.Progress.NONE)
                    .handle((text, refused) -> true));
        }
    }

    private static long lastMoment(Session session) {
        List<Snapshots.Snapshot> kept = session.history().snapshots().kept();
        return kept.isEmpty() ? -1 : kept.get(kept.size() - 1).step();
    }

    /** Every loss and norm of the run, the weights, and what was measured. */
    private static List<Object> everything(Session session) throws Exception {
        List<Object> everything = new ArrayList<>();
        Curves.View curves = session.curves().view();
        everything.add(curves.trainLoss());
        everything.add(curves.gradientNorm());
        everything.add(curves.validationLoss());
        everything.add(weights(session));
        everything.add(session.status().metrics().losses().best());
        return everything;
    }

    private static List<Float> weights(Session session) throws Exception {
        return list(Until.done(session.copies().snapshot()));
    }

    private static List<Float> list(ModelSnapshot model) {
        List<Float> list = new ArrayList<>();
        for (float weight : model.network().parameters().values()) {
            list.add(weight);
        }
        return list;
    }

    @ParameterizedTest
    @CsvSource({"elman,", "gru,", "lstm,", "lstm,first-symbol:examples=200", "gru,'addition:digits=1,examples=100'"})
    void goesOnBitForBit(String cell, String task) throws Exception {
        try (Session session = session(100)) {
            Settings settings = settings(cell);
            Until.done(
                    session.data().choose(task == null ? settings : settings.withTask(TaskConfig.parse(task)), null));
            steps(session, BEFORE);
            List<Object> then = everything(session);
            steps(session, AFTER);
            List<Object> whole = everything(session);

            Until.done(session.history().goBackTo(BEFORE));

            assertThat(everything(session)).isEqualTo(then);
            assertThat(session.status().phase()).isEqualTo(Phase.PAUSED);
            assertThat(lastMoment(session)).isEqualTo(BEFORE);
            steps(session, AFTER);
            assertThat(everything(session)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @CsvSource({"lstm,", "gru,'addition:digits=1,examples=100'"})
    void aModelThatWasReplacedGoesOnBitForBit(String cell, String task) throws Exception {
        try (Session session = session(100)) {
            Settings settings = settings(cell);
            Until.done(
                    session.data().choose(task == null ? settings : settings.withTask(TaskConfig.parse(task)), null));
            steps(session, BEFORE);
            List<Object> then = everything(session);
            Status before = session.status();
            assertThat(session.history().setAside()).isNull();

            Until.done(session.data().openText("another text", "Quite another text, and a long one.\n".repeat(99)));
            Until.done(session.step());
            Bookmark setAside = session.history().setAside();
            assertThat(setAside).isNotNull();
            assertThat(setAside.step()).isEqualTo(BEFORE);
            Until.done(session.history().restore(setAside));

            assertThat(everything(session)).isEqualTo(then);
            assertThat(session.status().opened()).isEqualTo(before.opened());
            assertThat(session.settings().get()).isEqualTo(before.settings());
            assertThat(session.status().phase()).isEqualTo(Phase.PAUSED);
            assertThat(session.status().model()).isEqualTo(before.model());
            assertThat(session.history().setAside().step())
                    .as("the other model")
                    .isEqualTo(1);
            steps(session, AFTER);
            List<Object> whole = everything(session);

            Until.done(session.reset());
            assertThat(session.status().metrics().step()).isZero();
            Until.done(session.history().restore(setAside));
            Until.done(session.restoreBest());
            Until.done(session.history().restore(setAside));
            steps(session, AFTER);
            assertThat(everything(session)).isEqualTo(whole);
        }
    }

    @Test
    void aBookmarkWithoutAModelBringsBackTextAndSettings() throws Exception {
        try (Session session = session(100)) {
            Status before = session.status();
            Bookmark bookmark = Until.done(session.history().bookmark());
            Until.done(session.data().choose(settings("gru").withTask(TaskConfig.parse("first-symbol")), null));
            Until.done(session.step());
            Until.done(session.history().restore(bookmark));
            assertThat(session.modelIdentity()).isNull();
            assertThat(session.status().opened()).isEqualTo(before.opened());
            assertThat(session.status().settings()).isEqualTo(before.settings());
        }
    }

    @Test
    void whatCanChangeInARunIsAsItWasThenAndTheNextModelKeepsItsShape() throws Exception {
        try (Session session = session(100)) {
            session.settings().set(settings("gru"));
            steps(session, 3);
            session.settings().change(settings -> settings.with(change -> change.learningRate = 0.5));
            steps(session, 3);
            session.settings().set(session.settings().get().withModel(new ModelSettings("lstm", 5, 1, 0)));
            Until.done(session.history().goBackTo(2));
            assertThat(session.status().settings().training().learningRate()).isEqualTo(0.01);
            assertThat(session.settings().get().training().learningRate()).isEqualTo(0.01);
            assertThat(session.settings().get().model().cell()).isEqualTo("lstm");
            assertThat(session.status().settings().model().cell()).isEqualTo("gru");
        }
    }

    @Test
    void theBestWeightsAreStillKnownWhereTheyWereBefore() throws Exception {
        try (Session session = session(100)) {
            session.settings().set(settings("gru"));
            steps(session, 12);
            double best = session.status().metrics().losses().best();
            Until.done(session.history().goBackTo(11));
            assertThat(session.status().metrics().losses().best()).isEqualTo(best);
            Until.done(session.restoreBest());
            assertThat(session.status().metrics().losses().validation()).isEqualTo(best);
        }
    }

    @Test
    void aMomentIsTheNetworkAsItWasWhileTheRunGoesOn() throws Exception {
        try (Session session = session(100)) {
            session.settings().set(settings("lstm"));
            List<List<Float>> weights = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                steps(session, 1);
                weights.add(weights(session));
            }
            for (int step = 1; step < 6; step++) {
                ModelSnapshot model = Until.done(session.copies().snapshot(step));
                assertThat(model.step()).isEqualTo(step);
                assertThat(list(model)).isEqualTo(weights.get(step - 1));
                assertThat(Until.done(session.copies().inspect(step, ModelSnapshot::step)))
                        .isEqualTo(step);
            }
            assertThat(session.status().metrics().step()).isEqualTo(6);
        }
    }

    @Test
    void theMomentsOfAnAutosavedRunAreThereInTheNextSitting() throws Exception {
        List<Object> whole;
        try (Session session = session(100)) {
            session.settings().set(settings("gru"));
            steps(session, 10);
            whole = everything(session);
        }
        try (Session session = session(100)) {
            Until.done(session.modelFiles().open(session.modelFiles().autosaveFile()));
            Until.holds("the moments", () -> lastMoment(session) == 9);
            assertThat(session.history().snapshots().kept()).hasSize(10);
            Until.done(session.history().goBackTo(4));
            steps(session, 6);
            assertThat(everything(session)).isEqualTo(whole);
        }
    }

    @Test
    void aFileIsNoLargerThanWasReckonedWith() throws Exception {
        try (Session session = session(2)) {
            session.settings().set(settings("lstm"));
            Until.done(session.step());
            for (int step = 1; step < 1_000; step++) {
                session.step();
            }
            Until.holds("the steps", () -> session.status().metrics().step() == 1_000);
            Until.done(session.step());
            Path file = Until.done(session.modelFiles().save(folder.resolve("model.safetensors")));
            long weights = session.status().model().parameters();
            long numbers = 4 * (3 * weights + 2 * 2 * 12 * 4);
            assertThat(Files.size(file)).isBetween(numbers, numbers + 250_000);
        }
    }
}
