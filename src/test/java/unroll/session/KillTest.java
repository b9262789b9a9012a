package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;
import static unroll.session.model.FakeWorkshop.NO_MOMENTS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.Split;
import unroll.session.history.Autosave;
import unroll.session.model.EngineTrainerFactory;
import unroll.session.run.Curves;
import unroll.session.state.SessionStore;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.train.TrainingConfig;

/** A training program that is killed without warning goes on from its autosave as if nothing had happened. */
class KillTest {
    private static final String TEXT = "All work and no play makes a dull toy; some play, a bright one.\n".repeat(30);

    /** Enough steps that a kill finds it somewhere in the middle, few enough that the curves keep each. */
    private static final int STEPS = 300;

    @TempDir
    Path folder;

    private static Settings settings() {
        TrainingConfig training = TrainingConfig.DEFAULT.with(change -> {
            change.batch = 4;
            change.window = 8;
            change.learningRate = 0.01;
            change.seed = 9;
            change.threads = 2;
            change.maxSteps = STEPS;
            change.validateEvery = 0;
            change.sampleEvery = 0;
            change.patience = 0;
        });
        return new Settings(new ModelSettings("lstm", 10, 2, 0.1), training, Split.DEFAULT);
    }

    private static Session session(Path folder) throws Exception {
        SessionStore.Config eager =
                new SessionStore.Config(new EngineTrainerFactory(), System::nanoTime, Duration.ZERO, NO_MOMENTS);
        Session session = new Session(folder, eager);
        session.settings().set(settings());
        Until.done(session.data().openText("text", TEXT));
        return session;
    }

    /** The program to be killed: trains, saves as often as it can, and never ends by itself. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            session(Path.of(arguments[0])).train();
            new CountDownLatch(1).await();
        }
    }

    private static List<Double> losses(Session session) {
        return session.curves().view().trainLoss().stream()
                .map(Curves.Point::mean)
                .toList();
    }

    private static List<Double> lossesAtTheEnd(Session session) throws Exception {
        Until.done(session.train());
        Until.holds("the last step", () -> session.status().metrics().step() == STEPS);
        return losses(session);
    }

    @Test
    void goesOnBitForBit() throws Exception {
        Path killed = folder.resolve("killed");
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        killed.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        try {
            Until.holds("an autosave", () -> Files.exists(killed.resolve(Autosave.FILE)) || !victim.isAlive());
        } finally {
            victim.destroyForcibly().waitFor();
        }
        assertThat(killed.resolve(Autosave.FILE))
                .as("log: " + Files.readString(folder.resolve("log.txt")))
                .exists();
        assertThat(Checkpoint.load(killed.resolve(Autosave.FILE))
                        .training()
                        .state()
                        .steps())
                .isBetween(1L, (long) STEPS);
        try (Session whole = session(folder.resolve("whole"));
                Session resumed = session(killed)) {
            Until.done(resumed.modelFiles().open(resumed.modelFiles().autosaveFile()));
            assertThat(lossesAtTheEnd(resumed)).isEqualTo(lossesAtTheEnd(whole)).hasSize(STEPS);
        }
    }
}
