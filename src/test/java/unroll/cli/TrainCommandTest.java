package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.checkpoint.Checkpoint;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.TrainerState;

class TrainCommandTest {
    @TempDir
    private Path folder;

    private Path corpus;
    private Path model;
    private Path metrics;

    @BeforeEach
    void prepare() throws IOException {
        corpus = Cli.text(folder);
        model = folder.resolve("model.safetensors");
        metrics = folder.resolve("metrics.jsonl");
    }

    @Test
    void withoutATextItTrainsOnTheOneThatComesWithTheProgram() {
        Cli.Outcome outcome = Cli.run("train", "--hidden", 4, "--layers", 1, "--steps", 2, "--sample-every", 2);

        assertThat(outcome.json().path("step").asLong()).isEqualTo(2);
        assertThat(outcome.err()).contains("Training on \"The Borrowed Bell, a verse drama\"", "--- step 2, loss ");
    }

    @Test
    void theResultIsALineOfJson() {
        JsonNode result = Cli.trainTiny(corpus, "--steps", 10, "--out", model).json();

        assertThat(result.path("step").asLong()).isEqualTo(10);
        assertThat(result.path("epoch").asDouble()).isEqualTo(10 / 40.0);
        assertThat(result.path("trainLoss").asDouble()).isBetween(2.0, 4.0);
        assertThat(result.path("validationLoss").asDouble()).isBetween(2.0, 4.0);
        assertThat(result.path("seconds").asDouble()).isPositive();
        assertThat(result.path("out").asText()).isEqualTo(model.toString());
    }

    @Test
    void everyStepIsALineOfMetrics() throws IOException {
        Cli.trainTiny(corpus, "--steps", 10, "--metrics", metrics).done();

        List<JsonNode> lines = Cli.lines(metrics);
        assertThat(lines)
                .extracting(line -> line.path("step").asLong())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.fieldNames())
                        .toIterable()
                        .startsWith(
                                "step",
                                "epoch",
                                "seconds",
                                "trainLoss",
                                "gradientNorm",
                                "learningRate",
                                "charsPerSecond"));
        assertThat(lines)
                .filteredOn(line -> line.has("validationLoss"))
                .extracting(line -> line.path("step").asLong())
                .containsExactly(4L, 8L, 10L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"constant", "cosine:3:15", "step:0.5:4", "plateau:0.5:1"})
    void twentyStepsAreTenAndTen(String schedule) throws IOException {
        Path other = folder.resolve("other.safetensors");
        Path otherMetrics = folder.resolve("other.jsonl");
        // So fast that the loss rises now and then, which a plateau hears.
        Object[] run = {"--schedule", schedule, "--learning-rate", 1};
        Cli.trainTiny(corpus, with(run, "--steps", 20, "--out", model, "--metrics", metrics))
                .done();

        Cli.trainTiny(corpus, with(run, "--steps", 10, "--out", other, "--metrics", otherMetrics))
                .done();
        Cli.run("train", "--resume", other, "--steps", 20, "--out", other, "--metrics", otherMetrics, "--quiet")
                .done();

        assertSameRun(metrics, otherMetrics);
        assertSameState(model, other);
    }

    private static Object[] with(Object[] run, Object... more) {
        return Stream.concat(Stream.of(run), Stream.of(more)).toArray();
    }

    @Test
    void stepsThatAreDoneAlreadyAreDoneOnceMore() {
        Cli.trainTiny(corpus, "--steps", 10, "--out", model).done();

        JsonNode result =
                Cli.run("train", "--resume", model, "--steps", 10, "--quiet").json();

        assertThat(result.path("step").asLong()).isEqualTo(20);
    }

    /** Losses to the last bit; time may differ, and a shorter run measures once more at its end. */
    static void assertSameRun(Path expected, Path actual) throws IOException {
        List<JsonNode> ones = Cli.lines(expected);
        List<JsonNode> others = Cli.lines(actual);
        assertThat(others).hasSameSizeAs(ones);
        for (int i = 0; i < ones.size(); i++) {
            JsonNode one = ones.get(i);
            JsonNode other = others.get(i);
            for (String name : List.of("step", "epoch", "trainLoss", "gradientNorm", "learningRate")) {
                assertThat(other.path(name)).as("%s of line %d", name, i + 1).isEqualTo(one.path(name));
            }
            if (one.has("validationLoss")) {
                assertThat(other.path("validationLoss")).isEqualTo(one.path("validationLoss"));
            }
        }
    }

    static void assertSameState(Path expected, Path actual) throws IOException {
        TrainerState one = Checkpoint.load(expected).training().state();
        TrainerState other = Checkpoint.load(actual).training().state();
        assertThat(other.steps()).isEqualTo(one.steps());
        assertThat(other.weights()).isEqualTo(one.weights());
        assertThat(other.moments()).usingRecursiveComparison().isEqualTo(one.moments());
        assertThat(other.hidden()).usingRecursiveComparison().isEqualTo(one.hidden());
        assertThat(other.random()).isEqualTo(one.random());
        assertThat(other.plateau()).isEqualTo(one.plateau());
    }

    @Test
    void metricsOfStepsAfterTheSavedOneAreWrittenAnew() throws IOException {
        Cli.trainTiny(corpus, "--steps", 10, "--out", model, "--metrics", metrics)
                .done();
        Path longer = folder.resolve("longer.jsonl");
        Cli.trainTiny(corpus, "--steps", 13, "--metrics", longer).done();
        Files.writeString(longer, Files.readString(longer) + "{\"step\":14,\"tr");

        Cli.run("train", "--resume", model, "--steps", 12, "--metrics", longer, "--quiet")
                .done();

        assertThat(Cli.lines(longer))
                .extracting(line -> line.path("step").asLong())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    }

    @Test
    void aNewRunReplacesTheMetricsOfAnotherOnlyWhereItMay() throws IOException {
        Cli.trainTiny(corpus, "--steps", 5, "--metrics", metrics).done();

        Cli.trainTiny(corpus, "--steps", 3, "--metrics", metrics)
                .refused(CommandLineProgram.WRONG_USAGE, "holds the lines of an earlier run; pass --overwrite");
        assertThat(Cli.lines(metrics)).hasSize(5);

        Cli.trainTiny(corpus, "--steps", 3, "--metrics", metrics, "--overwrite").done();
        assertThat(Cli.lines(metrics)).hasSize(3);
    }

    @Test
    void aFileThatIsNoMetricsFileIsLeftAlone() throws IOException {
        Cli.trainTiny(corpus, "--steps", 2, "--out", model).done();
        for (String content : List.of("my diary\n", "my diary without an end", "ÿ\n")) {
            Files.writeString(metrics, content);

            Cli.run("train", "--resume", model, "--steps", 2, "--metrics", metrics, "--quiet")
                    .refused(CommandLineProgram.WRONG_USAGE, "exists and is not a metrics file");
            Cli.trainTiny(corpus, "--steps", 2, "--metrics", metrics, "--overwrite")
                    .refused(CommandLineProgram.WRONG_USAGE, "exists and is not a metrics file");

            assertThat(metrics).hasContent(content);
        }
    }

    @Test
    void aLineThatIsNotOursIsNotCutOff() throws IOException {
        Cli.trainTiny(corpus, "--steps", 2, "--out", model).done();
        String content = "{\"step\":\"two\"}\n";
        Files.writeString(metrics, content);

        Cli.run("train", "--resume", model, "--steps", 2, "--metrics", metrics, "--quiet")
                .refused(CommandLineProgram.WRONG_USAGE, "Line 1 of", "does not belong to a metrics file");
        Cli.trainTiny(corpus, "--steps", 2, "--metrics", metrics, "--overwrite")
                .refused(CommandLineProgram.WRONG_USAGE, "Line 1 of", "does not belong to a metrics file");

        assertThat(metrics).hasContent(content);
    }

    @Test
    void whatMayChangeInARunChanges() throws IOException {
        Cli.trainTiny(corpus, "--steps", 4, "--out", model).done();

        Cli.run(
                        "train",
                        "--resume",
                        model,
                        "--learning-rate",
                        0.5,
                        "--no-clip",
                        "--steps",
                        5,
                        "--out",
                        model,
                        "--metrics",
                        metrics,
                        "--quiet")
                .done();

        assertThat(Cli.lines(metrics).get(0).path("learningRate").asDouble()).isEqualTo(0.5);
        assertThat(Checkpoint.load(model).training().config().clipping()).isEqualTo(Clipping.off());
    }

    @Test
    void whatMayNotChangeInARunIsRefused() {
        Cli.trainTiny(corpus, "--steps", 4, "--out", model).done();

        Cli.run("train", "--resume", model, "--hidden", 7)
                .refused(
                        CommandLineProgram.WRONG_USAGE,
                        "--hidden would make it 7, but the run in",
                        "has 6, which cannot change");
        Cli.run("train", "--resume", model, "--optimizer", "sgd")
                .refused(CommandLineProgram.WRONG_USAGE, "--optimizer would make it sgd, but");
        Cli.run("train", "--resume", model, "--initialization", "uniform")
                .refused(CommandLineProgram.WRONG_USAGE, "--initialization would make it uniform, but", "has standard");
        Cli.run("train", "--resume", model, "--hidden", 6, "--optimizer", "adam", "--steps", 1, "--quiet")
                .done();
    }

    @Test
    void optionsReachTheRun() throws IOException {
        Cli.run(
                        "train",
                        "--corpus",
                        corpus,
                        "--cell",
                        "elman",
                        "--activation",
                        "relu",
                        "--hidden",
                        3,
                        "--layers",
                        1,
                        "--batch",
                        2,
                        "--window",
                        3,
                        "--optimizer",
                        "rmsprop",
                        "--learning-rate",
                        0.01,
                        "--clip-value",
                        2,
                        "--split",
                        "0.8,0.1,0.1",
                        "--seed",
                        9,
                        "--threads",
                        1,
                        "--patience",
                        50,
                        "--steps",
                        3,
                        "--out",
                        model)
                .done();

        Checkpoint saved = Checkpoint.load(model);
        assertThat(saved.spec().cell()).isEqualTo("elman-relu");
        assertThat(saved.spec().hidden()).isEqualTo(3);
        assertThat(saved.training().config().optimizer())
                .isEqualTo(OptimizerSpec.of(OptimizerSpec.OptimizerKind.RMSPROP));
        assertThat(saved.training().config().clipping()).isEqualTo(Clipping.value(2));
        assertThat(saved.training().config().seed()).isEqualTo(9);
        assertThat(saved.training().config().patience()).isEqualTo(50);
        assertThat(saved.training().split().toString()).isEqualTo("0.8,0.1,0.1");
    }

    @Test
    void dropoutThatHasNoEffectIsNamed() {
        String nothing = "Dropout acts between layers, so with one layer it does nothing.";

        assertThat(Cli.trainTiny(corpus, "--steps", 1).err()).doesNotContain(nothing);
        assertThat(Cli.run(
                                "train",
                                "--corpus",
                                corpus,
                                "--layers",
                                1,
                                "--dropout",
                                0.2,
                                "--hidden",
                                4,
                                "--batch",
                                4,
                                "--window",
                                5,
                                "--steps",
                                1,
                                "--quiet")
                        .done()
                        .err())
                .contains(nothing);
    }

    @Test
    void epochsAndMinutesEndARun() {
        assertThat(Cli.trainTiny(corpus, "--epochs", 1.5).json().path("step").asLong())
                .isEqualTo(60);
        assertThat(Cli.trainTiny(corpus, "--minutes", 0.0001)
                        .json()
                        .path("seconds")
                        .asDouble())
                .isGreaterThanOrEqualTo(0.006);
    }

    @Test
    void aRunThatNoLongerImprovesStopsEarly() throws IOException {
        Cli.Outcome outcome =
                Cli.trainTiny(corpus, "--learning-rate", 0.5, "--patience", 2, "--steps", 5000, "--out", model);

        assertThat(outcome.json().path("step").asLong()).isLessThan(5000);
        assertThat(outcome.err()).contains("Stopped early", "were restored");
        assertThat(outcome.json().path("validationLoss").asDouble())
                .as("that of the weights in the file")
                .isEqualTo(Checkpoint.load(model)
                        .training()
                        .notes()
                        .metrics()
                        .losses()
                        .best());
    }

    @Test
    void theBestModelIsKeptBesideTheLast() throws IOException {
        Path best = folder.resolve("best.safetensors");
        Cli.trainTiny(corpus, "--steps", 11, "--learning-rate", 0.01, "--out", model, "--best", best)
                .done();

        assertThat(Checkpoint.load(best).training().state().steps()).isEqualTo(11);
        assertThat(Checkpoint.load(best).training().notes().metrics().losses().validation())
                .isEqualTo(Checkpoint.load(model)
                        .training()
                        .notes()
                        .metrics()
                        .losses()
                        .best());
    }

    @Test
    void samplesAndProgressGoToStandardError() {
        List<Object> arguments = Cli.tiny(corpus);
        arguments.remove("--quiet");
        arguments.addAll(List.of("--steps", 4, "--sample-every", 4));

        Cli.Outcome outcome = Cli.run(arguments.toArray());

        outcome.json();
        assertThat(outcome.err())
                .contains("--- step 4, loss ")
                .contains("step 1, epoch 0.03, loss 3.")
                .contains("The model will not be saved; --out FILE saves it.");
    }

    @Test
    void whatCannotBeWrittenIsRefusedBeforeTraining() {
        Path nowhere = folder.resolve("missing").resolve("model.safetensors");

        Cli.trainTiny(corpus, "--steps", 1_000_000_000, "--out", nowhere)
                .refused(CommandLineProgram.WRONG_USAGE, "the folder", "does not exist");
        Cli.trainTiny(corpus, "--steps", 1_000_000_000, "--metrics", nowhere)
                .refused(CommandLineProgram.WRONG_USAGE, "the folder", "does not exist");
        Cli.trainTiny(corpus, "--steps", 1_000_000_000, "--out", folder)
                .refused(CommandLineProgram.WRONG_USAGE, "is a folder");
    }

    @Test
    void aShortTextGetsABatchAndWindowThatFit() throws IOException {
        Path shortText = Files.writeString(folder.resolve("short.txt"), "the quick brown fox ".repeat(15));
        Path model = folder.resolve("short.safetensors");

        assertThat(Cli.run("train", "--corpus", shortText, "--hidden", 4, "--epochs", 1, "--out", model, "--quiet")
                        .done()
                        .err())
                .contains("This text is short: batch 1, window 20.");
        assertThat(Cli.parse(Cli.run("info", "--checkpoint", model).done().out())
                        .at("/training/window")
                        .asInt())
                .isEqualTo(20);
        Cli.run("train", "--corpus", shortText, "--hidden", 4, "--batch", 50, "--window", 50)
                .refused(CommandLineProgram.FAILED, "Choose a batch of 1 with a window of 20");
        assertThat(Cli.run("train", "--corpus", shortText, "--hidden", 4, "--batch", 3, "--epochs", 1, "--quiet")
                        .done()
                        .err())
                .contains("This text is short: batch 3, window 20.");
    }

    @Test
    void textsThatCannotBeUsedAreRefused() throws IOException {
        Path shortText = Files.writeString(folder.resolve("short.txt"), "to be or not to be");
        Path binary = Files.write(folder.resolve("binary"), new byte[1000]);

        Cli.trainTiny(folder.resolve("missing.txt")).refused(CommandLineProgram.FAILED, "There is no file");
        Cli.trainTiny(folder).refused(CommandLineProgram.FAILED, "is a folder");
        Cli.trainTiny(shortText)
                .refused(
                        CommandLineProgram.FAILED,
                        "The training part of this text has 16 characters, but a batch of 4 with a window of 5 needs 21 or more. Choose a batch of 1 with a window of 5");
        Cli.trainTiny(binary).refused(CommandLineProgram.FAILED, "binary is not a text");
    }

    @Test
    void aRunThatDivergesFailsWithASentenceAndCanBeResumedWithASaneRate() throws IOException {
        Cli.trainTiny(
                        corpus,
                        "--optimizer",
                        "sgd",
                        "--learning-rate",
                        1e38,
                        "--no-clip",
                        "--steps",
                        200,
                        "--out",
                        model)
                .refused(CommandLineProgram.FAILED, "Training diverged at step", "lower --learning-rate");

        Cli.run("evaluate", "--checkpoint", model, "--corpus", corpus).done();
        JsonNode result = Cli.run(
                        "train", "--resume", model, "--learning-rate", 0.1, "--clip-norm", 1, "--steps", 600, "--quiet")
                .json();
        assertThat(result.path("trainLoss").asDouble()).isBetween(0.0, 2.0);
    }

    @Test
    void aModelWhoseWeightsAreNotNumbersIsNamedAsOneThatDiverged() throws IOException {
        Cli.trainTiny(corpus, "--steps", 2, "--out", model).done();
        Checkpoint saved = Checkpoint.load(model);
        saved.training().state().weights()[0] = Float.POSITIVE_INFINITY;
        saved.save(model);

        for (Object[] arguments : new Object[][] {
            {"train", "--resume", model},
            {"sample", "--checkpoint", model},
            {"evaluate", "--checkpoint", model, "--corpus", corpus}
        }) {
            Cli.run(arguments).refused(CommandLineProgram.FAILED, "This model diverged: its weights are not numbers.");
        }
    }

    @Test
    void aResumedRunReadsATextInTheSymbolsOfItsModel() throws IOException {
        Cli.trainTiny(corpus, "--steps", 4, "--out", model).done();
        Path fewerSymbols = Files.writeString(folder.resolve("fewer.txt"), "the lazy dog ".repeat(60));
        Path otherSymbols = Files.writeString(folder.resolve("others.txt"), "THE lazy dog ".repeat(60));

        Cli.Outcome resumed =
                Cli.run("train", "--resume", model, "--corpus", fewerSymbols, "--steps", 8, "--out", model, "--quiet");

        resumed.json();
        assertThat(resumed.err()).contains("fewer.txt is not what this model was trained on so far (text.txt).");
        assertThat(Checkpoint.load(model)
                        .subject()
                        .layout()
                        .alphabets()
                        .input()
                        .vocabulary()
                        .size())
                .isEqualTo(28);
        Cli.run("train", "--resume", model, "--corpus", otherSymbols)
                .refused(CommandLineProgram.FAILED, "The model has never seen \"E\", \"H\", \"T\"");
    }

    @Test
    void aTextThatIsGoneIsAskedFor() throws IOException {
        Cli.trainTiny(corpus, "--steps", 4, "--out", model).done();
        Files.delete(corpus);

        Cli.run("train", "--resume", model).refused(CommandLineProgram.FAILED, "pass --corpus FILE to say where it is");
    }

    @Test
    void theEncodingCanBeSaid() throws IOException {
        Path latin = Files.write(
                folder.resolve("latin.txt"), "déjà vu à la carte ".repeat(40).getBytes(StandardCharsets.ISO_8859_1));

        Cli.trainTiny(latin, "--encoding", "windows-1252", "--steps", 1, "--out", model)
                .done();

        assertThat(Checkpoint.load(model)
                        .subject()
                        .layout()
                        .alphabets()
                        .input()
                        .vocabulary()
                        .indexOf('é'))
                .isNotNegative();
        assertThat(Checkpoint.load(model).subject().source().charset()).isEqualTo("windows-1252");
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        Cli.trainTiny(corpus, "--steps", 2, "--out", model).done();
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length / 2] ^= 1;
        Files.write(model, bytes);

        for (Object[] arguments : new Object[][] {
            {"train", "--resume", model},
            {"sample", "--checkpoint", model},
            {"evaluate", "--checkpoint", model, "--corpus", corpus},
            {"info", "--checkpoint", model}
        }) {
            Cli.run(arguments).refused(CommandLineProgram.FAILED, "model.safetensors");
        }
    }
}
