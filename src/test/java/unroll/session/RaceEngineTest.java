package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.corpus.Split;
import unroll.session.race.RaceConfig;
import unroll.session.race.RaceStatus;
import unroll.session.run.Curves;
import unroll.session.run.LiveSamples;
import unroll.session.run.Phase;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.TaskConfig;
import unroll.train.TrainingConfig;

/** A race between real networks: tiny ones on a small text. */
class RaceEngineTest {
    private static final String TEXT =
            "The quick brown fox jumps over the lazy dog, and 17 lions ask why.\n".repeat(40);
    private static final long SEED = 3;

    @TempDir
    Path folder;

    private static Settings settings(long maxSteps) {
        TrainingConfig training = TrainingConfig.DEFAULT.with(change -> {
            change.batch = 4;
            change.window = 8;
            change.learningRate = 0.01;
            change.seed = SEED;
            change.threads = 2;
            change.maxSteps = maxSteps;
            change.validateEvery = 20;
            change.sampleEvery = 5;
            change.patience = 0;
        });
        return new Settings(new ModelSettings("gru", 12, 2, 0.2), training, Split.DEFAULT);
    }

    private Session opened(String name, Settings settings) throws Exception {
        Session session = new Session(folder.resolve(name));
        session.settings().set(settings);
        Until.done(session.data().openText("text", TEXT));
        return session;
    }

    private static void trainToTheEnd(Session session) throws Exception {
        Until.done(session.train());
        Until.holds("the end", () -> session.status().phase() == Phase.FINISHED);
    }

    private static void raceToTheEnd(Session session, RaceConfig config) throws Exception {
        Until.done(session.race().start(config));
        awaitEnd(session);
    }

    private static void awaitEnd(Session session) {
        Until.holds(
                "the end of the race",
                () -> session.race().status().standings().stream()
                        .allMatch(standing -> standing.progress().phase() == Phase.FINISHED));
    }

    /** Everything that was measured, as long as that is no more than the curves have buckets. */
    private static List<Double> numbers(Curves.View curves) {
        List<Double> numbers = new ArrayList<>();
        for (List<Curves.Point> curve :
                List.of(curves.trainLoss(), curves.gradientNorm(), curves.validationLoss(), curves.accuracy())) {
            curve.forEach(point -> numbers.add(point.mean()));
        }
        return numbers;
    }

    private static float[] weights(Session session) throws Exception {
        return Until.done(session.copies().snapshot()).network().parameters().values();
    }

    @ParameterizedTest(name = "{0}, seed " + SEED)
    @CsvSource({
        "cell, elman gru lstm",
        "hidden, 5 16",
        "dropout, 0 0.2 0.5 0.7",
        "optimizer, sgd adam",
        "batch, 2 4",
        "seed, 3 4",
    })
    void eachLearnsInTheRaceAsItWouldAlone(String varied, String values) throws Exception {
        RaceConfig config =
                RaceConfig.of(settings(60), SettingsSchema.named(varied).orElseThrow(), List.of(values.split(" ")));
        try (Session session = opened("race", settings(60))) {
            raceToTheEnd(session, config);
            List<RaceStatus.Standing> standings = session.race().status().standings();
            for (int place = 0; place < standings.size(); place++) {
                try (Session alone =
                        opened("alone-" + place, config.variants().get(place).settings())) {
                    trainToTheEnd(alone);
                    assertThat(numbers(standings.get(place).curves()))
                            .as("%s, seed %d", standings.get(place).name(), SEED)
                            .hasSizeGreaterThan(120)
                            .isEqualTo(numbers(alone.curves().view()));
                }
            }
        }
    }

    @ParameterizedTest(name = "place {0}, seed " + SEED)
    @CsvSource({"0", "1", "2"})
    void takenOverItGoesOnBitForBit(int place) throws Exception {
        RaceConfig config = RaceConfig.of(settings(50), SettingsSchema.CELL, List.of("elman", "gru", "lstm"));
        try (Session alone = opened("alone", config.variants().get(place).settings());
                Session session = opened("race", settings(50))) {
            trainToTheEnd(alone);
            float[] halfway = weights(alone);
            trainToTheEnd(alone);

            raceToTheEnd(session, config);
            Until.done(session.race().adopt(place));
            assertThat(session.status().phase()).isEqualTo(Phase.FINISHED);
            assertThat(weights(session)).isEqualTo(halfway);
            trainToTheEnd(session);

            assertThat(session.status().metrics().step()).isEqualTo(100);
            assertThat(weights(session)).isEqualTo(weights(alone)).isNotEqualTo(halfway);
            assertThat(numbers(session.curves().view()))
                    .isEqualTo(numbers(alone.curves().view()));
            assertThat(session.status().metrics().losses().train())
                    .isEqualTo(alone.status().metrics().losses().train());
            assertThat(session.status().metrics().losses().best())
                    .isEqualTo(alone.status().metrics().losses().best());

            Until.done(session.restoreBest());
            Until.done(alone.restoreBest());
            assertThat(weights(session)).isEqualTo(weights(alone));
        }
    }

    @Test
    void takenOverItCanBeSavedAndOpenedAgain() throws Exception {
        Path file = folder.resolve("winner.safetensors");
        try (Session session = opened("race", settings(30))) {
            raceToTheEnd(session, RaceConfig.of(settings(30), SettingsSchema.HIDDEN, List.of("5", "16")));
            Until.done(session.race().adopt(1));
            Until.done(session.modelFiles().save(file));
            float[] weights = weights(session);
            Until.done(session.modelFiles().open(file));
            assertThat(weights(session)).isEqualTo(weights);
            assertThat(session.status().settings().model().hidden()).isEqualTo(16);
            assertThat(session.status().metrics().step()).isEqualTo(30);
        }
    }

    @Test
    void theModelOnTheTableIsLeftAsItIs() throws Exception {
        try (Session session = opened("race", settings(30))) {
            trainToTheEnd(session);
            float[] weights = weights(session);
            List<Double> numbers = numbers(session.curves().view());
            raceToTheEnd(session, RaceConfig.of(settings(30), SettingsSchema.CELL, List.of("elman", "lstm")));
            assertThat(weights(session)).isEqualTo(weights);
            assertThat(numbers(session.curves().view())).isEqualTo(numbers);
        }
    }

    @Test
    void allWriteWithTheSameDraws() throws Exception {
        try (Session session = opened("race", settings(60))) {
            // Dropout is silent in a network that writes, and a rate near 0 leaves the weights all but equal.
            Settings still = settings(60).with(change -> change.learningRate = 1e-30);
            raceToTheEnd(session, RaceConfig.of(still, SettingsSchema.DROPOUT, List.of("0", "0.5")));
            Until.holds(
                    "two texts",
                    () -> session.race().status().standings().stream().allMatch(standing -> standing.sample() != null));
            List<RaceStatus.Standing> standings = session.race().status().standings();
            assertThat(standings.get(0).sample().text())
                    .hasSize(LiveSamples.LENGTH)
                    .isEqualTo(standings.get(1).sample().text());
        }
    }

    @Test
    void aTaskIsAnsweredAndCounted() throws Exception {
        Settings base = Settings.startingWith(TaskConfig.parse("addition"));
        base = base.withModel(base.model().withHidden(8))
                .withTraining(settings(40).training().with(change -> change.batch = 8));
        try (Session session = opened("race", settings(40))) {
            Until.done(session.data().choose(base, null));
            raceToTheEnd(session, RaceConfig.of(base, SettingsSchema.CELL, List.of("elman", "gru")));
            Until.holds(
                    "two sets of answers",
                    () -> session.race().status().standings().stream().allMatch(standing -> standing.sample() != null));
            assertThat(session.race().status().standings()).allSatisfy(standing -> {
                assertThat(standing.sample().text()).contains("\u2192");
                assertThat(standing.progress().evaluation().score().exactMatch().value())
                        .isBetween(0.0, 1.0);
            });
            Until.done(session.race().adopt(0));
            assertThat(session.status().dataset()).isNotNull();
        }
    }
}
