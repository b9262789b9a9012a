package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.message.ProblemException;
import unroll.train.Evaluations;
import unroll.train.MetricsFixtures;
import unroll.train.RunMetrics;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

/** When a line is in the file: what a kill leaves must not lack a step that a checkpoint holds. */
class MetricsFileTest {
    @TempDir
    private Path folder;

    private static Stepped step(long step) {
        return new Stepped(
                new RunMetrics(step, 0.5, 2, RunMetrics.Losses.NONE, Double.NaN, 0.002, 1000, Double.NaN), 1.25);
    }

    @Test
    void aLineIsThereWithItsStep() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        try (MetricsFile metrics = MetricsFile.open(file, 0, step -> false)) {
            metrics.step(step(1));

            assertThat(file)
                    .hasContent("{\"step\":1,\"epoch\":0.5,\"seconds\":2.0,\"trainLoss\":1.25,\"gradientNorm\":null,"
                            + "\"learningRate\":0.002,\"charsPerSecond\":1000.0}");
        }
    }

    @Test
    void twoRunsDoNotWriteToOneFileThroughAHardLink() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        try (MetricsFile metrics = MetricsFile.open(file, 0, step -> false)) {
            metrics.step(step(1));
            Path link = Files.createLink(folder.resolve("link.jsonl"), file);

            assertThatThrownBy(() -> MetricsFile.open(link, 0, step -> false))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("is being written by another run");
        }

        assertThat(Cli.lines(file)).hasSize(1);
    }

    @Test
    void aLineThatAValidationFollowsIsThereWithIt() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        try (MetricsFile metrics = MetricsFile.open(file, 0, step -> step == 1)) {
            metrics.step(step(1));
            assertThat(file).isEmptyFile();

            metrics.writeValidation(new Validated(MetricsFixtures.at(1, 0.5, 2), Evaluations.of(1.5), true));

            assertThat(Files.readString(file)).endsWith(",\"validationLoss\":1.5,\"accuracy\":0.25}\n");
        }
    }

    @Test
    void aValidationThatDoesNotComeIsNotWaitedForInVain() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        try (MetricsFile metrics = MetricsFile.open(file, 0, step -> true)) {
            metrics.step(step(1));
            metrics.step(step(2));
            assertThat(Cli.lines(file)).hasSize(1);
        }

        assertThat(Cli.lines(file)).hasSize(2).noneMatch(line -> line.has("validationLoss"));
    }
}
