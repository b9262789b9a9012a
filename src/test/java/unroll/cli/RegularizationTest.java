package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.Checkpoint;
import unroll.train.TrainerState;

/** Settings against memorizing, from the option to the file and back. */
class RegularizationTest {
    @TempDir
    private Path folder;

    private Path corpus;

    @BeforeEach
    void write() throws IOException {
        corpus = Files.writeString(
                folder.resolve("text.txt"), "the quick brown fox jumps over the lazy dog. ".repeat(12));
    }

    private Path train(String name, Object... more) {
        Path file = folder.resolve(name);
        Object[] all = new Object[more.length + 2];
        System.arraycopy(more, 0, all, 0, more.length);
        all[more.length] = "--out";
        all[more.length + 1] = file;
        Cli.trainTiny(corpus, all).done();
        return file;
    }

    private static float[] weights(Path file) throws IOException {
        return Checkpoint.load(file).training().state().weights();
    }

    private static JsonNode training(Path file) {
        return Cli.parse(Cli.run("info", "--checkpoint", file).done().out()).get("training");
    }

    @Test
    void labelSmoothingIsSavedAndGoesOnToTheBit() throws IOException {
        Path whole = train("whole", "--label-smoothing", 0.2, "--steps", 8);
        Path half = train("half", "--label-smoothing", 0.2, "--steps", 4);
        Cli.run("train", "--resume", half, "--steps", 8, "--out", half, "--quiet")
                .done();

        assertThat(training(half).get("labelSmoothing").doubleValue()).isEqualTo(0.2);
        assertThat(weights(half)).isEqualTo(weights(whole));
        assertThat(weights(train("plain", "--steps", 8))).isNotEqualTo(weights(whole));
        assertThat(weights(train("none", "--label-smoothing", 0, "--steps", 8)))
                .isEqualTo(weights(train("again", "--steps", 8)));
    }

    /** The loss that is shown is measured before the weights are moved, so smoothing cannot show in it. */
    @Test
    void theFirstLossIsThatOfARunWithoutSmoothing() {
        JsonNode smoothed =
                Cli.trainTiny(corpus, "--label-smoothing", 0.5, "--steps", 1).json();
        JsonNode plain = Cli.trainTiny(corpus, "--steps", 1).json();

        assertThat(smoothed.get("trainLoss")).isEqualTo(plain.get("trainLoss"));
    }

    @Test
    void aRunThatGoesOnMayChangeTheSmoothing() {
        Path file = train("model", "--label-smoothing", 0.2, "--steps", 4);

        Cli.run("train", "--resume", file, "--label-smoothing", 0, "--steps", 8, "--out", file, "--quiet")
                .done();

        assertThat(training(file).get("labelSmoothing").doubleValue()).isZero();
        Cli.run("train", "--resume", file, "--label-smoothing", 0.6)
                .refused(2, "--label-smoothing is 0.6; choose a share from 0 to 0.5, for example 0.1.");
    }

    @Test
    void theAverageOfTheWeightsIsTheModelAndGoesOnToTheBit() throws IOException {
        Path whole = train("whole", "--weight-average", 0.9, "--steps", 8);
        Path half = train("half", "--weight-average", 0.9, "--steps", 4);
        Cli.run("train", "--resume", half, "--steps", 8, "--out", half, "--quiet")
                .done();
        Path plain = train("plain", "--steps", 8);

        TrainerState state = Checkpoint.load(whole).training().state();
        assertThat(weights(half)).isEqualTo(state.weights()).isEqualTo(weights(plain));
        assertThat(Checkpoint.load(half).training().state().modelWeights())
                .isEqualTo(state.modelWeights())
                .isEqualTo(Checkpoint.load(half).network().parameters().values())
                .isNotEqualTo(state.weights());
        assertThat(state.average().count()).isEqualTo(8);
        assertThat(training(half).get("weightAverage").doubleValue()).isEqualTo(0.9);
        Cli.run("train", "--resume", half, "--weight-average", 0.5)
                .refused(2, "--weight-average would make it 0.5, but the run in", "has 0.9, which cannot change");
    }

    @Test
    void theTrainingLossIsThatOfTheWeightsAndTheValidationLossThatOfTheirAverage() {
        JsonNode averaged = Cli.trainTiny(corpus, "--weight-average", 0.9, "--learning-rate", 0.1, "--steps", 8)
                .json();
        JsonNode plain = Cli.trainTiny(corpus, "--weight-average", 0, "--learning-rate", 0.1, "--steps", 8)
                .json();

        assertThat(averaged.get("trainLoss")).isEqualTo(plain.get("trainLoss"));
        assertThat(averaged.get("validationLoss")).isNotEqualTo(plain.get("validationLoss"));
    }
}
