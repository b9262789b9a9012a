package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.matrix.Products;
import unroll.task.TaskData;
import unroll.train.Evaluation;
import unroll.train.Evaluator;

/** The commands that read a saved model, and those that need none. */
class ModelCommandsTest {
    private static final String TEXT = "où est le garçon? 🙂 il est là. ".repeat(30);

    @TempDir
    private static Path folder;

    private static Path corpus;
    private static Path model;

    @BeforeAll
    static void train() throws IOException {
        corpus = Files.writeString(folder.resolve("text.txt"), TEXT);
        model = folder.resolve("model.safetensors");
        Cli.trainTiny(corpus, "--split", "0.8,0.1,0.1", "--steps", 30, "--learning-rate", 0.05, "--out", model)
                .done();
    }

    // --- sample ---

    @Test
    void theTextAloneIsPrinted() {
        Cli.Outcome outcome = Cli.run("sample", "--checkpoint", model, "--length", 400, "--seed", 7)
                .done();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().codePointCount(0, outcome.out().length())).isEqualTo(400);
        assertThat(outcome.out().codePoints().mapToObj(Character::toString))
                .isSubsetOf(TEXT.codePoints().mapToObj(Character::toString).toList());
    }

    @Test
    void theSameSeedGivesTheSameText() {
        String once = Cli.run("sample", "--checkpoint", model, "--seed", 7).out();

        assertThat(Cli.run("sample", "--checkpoint", model, "--seed", 7).out()).isEqualTo(once);
        assertThat(Cli.run("sample", "--checkpoint", model, "--seed", 8).out()).isNotEqualTo(once);
        assertThat(Cli.run("sample", "--checkpoint", model).out())
                .isNotEqualTo(Cli.run("sample", "--checkpoint", model).out());
    }

    @Test
    void severalTextsEachHaveAHeadingAndASeedOfTheirOwn() {
        String first = Cli.run("sample", "--checkpoint", model, "--length", 20, "--seed", 7)
                .out();
        String second = Cli.run("sample", "--checkpoint", model, "--length", 20, "--seed", 8)
                .out();

        assertThat(Cli.run("sample", "--checkpoint", model, "--length", 20, "--seed", 7, "--count", 2)
                        .done()
                        .out())
                .isEqualToNormalizingNewlines(
                        "--- text 1 of 2, seed 7 ---\n" + first + "\n--- text 2 of 2, seed 8 ---\n" + second + "\n");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void textsAreJsonOnRequest() {
        List<JsonNode> texts = Cli.run(
                        "sample",
                        "--checkpoint",
                        model,
                        "--prime",
                        "ç",
                        "--length",
                        20,
                        "--seed",
                        7,
                        "--count",
                        3,
                        "--json")
                .done()
                .out()
                .lines()
                .map(Cli::parse)
                .toList();

        assertThat(texts).extracting(text -> text.path("seed").asLong()).containsExactly(7L, 8L, 9L);
        assertThat(texts).extracting(text -> text.path("prime").asText()).containsOnly("ç");
        for (JsonNode text : texts) {
            assertThat(text.path("text").asText())
                    .isEqualTo(Cli.run(
                                    "sample",
                                    "--checkpoint",
                                    model,
                                    "--prime",
                                    "ç",
                                    "--length",
                                    20,
                                    "--seed",
                                    text.path("seed"))
                            .out());
        }
    }

    @Test
    void aPrimeMayLookLikeAnOption() {
        Cli.run("sample", "--checkpoint", model, "--prime=--help")
                .refused(CommandLineProgram.FAILED, "The model has never seen \"-\"");
        Cli.run("sample", "--checkpoint", model, "--prime", "--help")
                .refused(CommandLineProgram.WRONG_USAGE, "--prime needs a value: --prime TEXT.");
    }

    @Test
    void greedyNeedsNoSeed() {
        assertThat(Cli.run("sample", "--checkpoint", model, "--greedy").out())
                .isEqualTo(
                        Cli.run("sample", "--checkpoint", model, "--top-k", 1).out())
                .isNotEmpty();
    }

    @Test
    void theStopTextEndsIt() {
        String text = Cli.run("sample", "--checkpoint", model, "--stop", "e", "--length", 5000, "--seed", 1)
                .out();

        assertThat(text).endsWith("e");
        assertThat(text.indexOf('e')).isEqualTo(text.length() - 1);
    }

    @Test
    void thePrimeIsReadAndNotRepeated() {
        String text = Cli.run("sample", "--checkpoint", model, "--prime", "garçon🙂", "--length", 5, "--seed", 1)
                .out();

        assertThat(text.codePointCount(0, text.length())).isEqualTo(5);
        assertThat(text)
                .isNotEqualTo(Cli.run("sample", "--checkpoint", model, "--length", 5, "--seed", 1)
                        .out());
    }

    @Test
    void unknownSymbolsAreNamed() {
        Cli.run("sample", "--checkpoint", model, "--prime", "Zoë")
                .refused(CommandLineProgram.FAILED, "The model has never seen \"Z\" and \"ë\"");
    }

    // --- evaluate ---

    @Test
    void theTestPartOfTheModelsOwnSplitIsMeasured() throws IOException {
        JsonNode result =
                Cli.run("evaluate", "--checkpoint", model, "--corpus", corpus).json();

        Evaluation expected = evaluation(new Split(0.8, 0.1, 0.1), SplitPart.TEST);
        assertThat(result.path("loss").asDouble()).isEqualTo(expected.loss());
        assertThat(result.path("bitsPerCharacter").asDouble()).isCloseTo(expected.loss() / Math.log(2), within(1e-12));
        assertThat(result.path("perplexity").asDouble()).isCloseTo(Math.exp(expected.loss()), within(1e-12));
        assertThat(result.path("characters").asLong()).isEqualTo(expected.characters());
        assertThat(result.path("accuracy").asDouble())
                .isEqualTo(expected.score().accuracy().value());
        assertThat(result.has("exactMatch")).as("a text has no examples").isFalse();
    }

    @Test
    void partAndSplitCanBeSaid() throws IOException {
        JsonNode all = Cli.run("evaluate", "--checkpoint", model, "--corpus", corpus, "--part", "all")
                .json();
        JsonNode part = Cli.run(
                        "evaluate",
                        "--checkpoint",
                        model,
                        "--corpus",
                        corpus,
                        "--part",
                        "validation",
                        "--split",
                        "0.5,0.4,0.1")
                .json();

        assertThat(all.path("characters").asLong()).isEqualTo(TEXT.codePointCount(0, TEXT.length()) - 1);
        assertThat(part.path("loss").asDouble())
                .isEqualTo(evaluation(new Split(0.5, 0.4, 0.1), SplitPart.VALIDATION)
                        .loss());
    }

    private static Evaluation evaluation(Split split, SplitPart part) throws IOException {
        Corpus text = CorpusReader.read(corpus, null, CorpusReader.Progress.NONE);
        int threads = Runtime.getRuntime().availableProcessors();
        return Evaluator.evaluate(Checkpoint.load(model).network(), new TaskData.Streams(text, split), part, threads);
    }

    @Test
    void aTextWithFewerSymbolsIsReadInThoseOfTheModel() throws IOException {
        Path part = Files.writeString(folder.resolve("part.txt"), "il est le garçon. ".repeat(30));
        Path whole = Files.writeString(folder.resolve("whole.txt"), "il est le garçon. ".repeat(30) + TEXT);

        JsonNode fewer = Cli.run("evaluate", "--checkpoint", model, "--corpus", part, "--part", "all")
                .json();

        Corpus text = CorpusReader.read(whole, null, CorpusReader.Progress.NONE);
        double share = 18.0 * 30 / text.length();
        Evaluation expected = Evaluator.evaluate(
                Checkpoint.load(model).network(),
                new TaskData.Streams(text, new Split(share, 0, 1 - share)),
                SplitPart.TRAIN,
                Runtime.getRuntime().availableProcessors());
        assertThat(fewer.path("loss").asDouble()).isEqualTo(expected.loss());
    }

    @Test
    void aTextWithOtherSymbolsIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "NO! ".repeat(200));

        Cli.run("evaluate", "--checkpoint", model, "--corpus", other)
                .refused(CommandLineProgram.FAILED, "The model has never seen \"!\", \"N\", \"O\"");
    }

    // --- info ---

    @Test
    void aFileTellsWhatItIs() {
        JsonNode info = Cli.parse(Cli.run("info", "--checkpoint", model).done().out());

        assertThat(info.at("/model/cell").asText()).isEqualTo("gru");
        assertThat(info.at("/model/hidden").asInt()).isEqualTo(6);
        assertThat(info.at("/model/parameters").asLong()).isPositive();
        assertThat(info.at("/model/initialization").asText()).isEqualTo("standard");
        assertThat(info.at("/alphabets/input")).extracting(JsonNode::asText).contains("🙂", "ç", " ");
        assertThat(info.at("/task").asText()).isEqualTo("next-character");
        assertThat(info.at("/training/split").asText()).isEqualTo("0.8,0.1,0.1");
        assertThat(info.at("/training/optimizer/kind").asText()).isEqualTo("adam");
        assertThat(info.at("/training/clipping/norm").asDouble()).isEqualTo(5);
        assertThat(info.at("/products").asText()).isEqualTo(Products.current().description());
        assertThat(info.at("/progress/step").asLong()).isEqualTo(30);
        assertThat(info.at("/text/name").asText()).isEqualTo("text.txt");
        assertThat(info.at("/text/encoding").asText()).isEqualTo("UTF-8");
    }

    // --- bench ---

    @Test
    void theMachineIsMeasured() {
        JsonNode result = benchTiny();

        assertThat(result.path("minStepMillis").asDouble()).isPositive();
        assertThat(result.path("medianStepMillis").asDouble())
                .isGreaterThanOrEqualTo(result.path("minStepMillis").asDouble());
        assertThat(result.path("trainCharsPerSecond").asLong()).isPositive();
        assertThat(result.path("sampleCharsPerSecond").asLong()).isPositive();
        assertThat(result.path("products").asText())
                .isEqualTo(Products.current().description());
    }

    @Test
    void onePartIsMeasuredAlone() {
        JsonNode training = benchTiny("--only", "training", "--warm-up", 0);
        JsonNode sampling = benchTiny("--only", "sampling", "--characters", 5);

        assertThat(training.path("trainCharsPerSecond").asLong()).isPositive();
        assertThat(sampling.path("sampleCharsPerSecond").asLong()).isPositive();
        assertThat(training.fieldNames())
                .toIterable()
                .containsExactly("medianStepMillis", "minStepMillis", "trainCharsPerSecond", "products");
        assertThat(sampling.fieldNames()).toIterable().containsExactly("sampleCharsPerSecond", "products");
    }

    private static JsonNode benchTiny(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("bench", "--cell", "gru", "--hidden", 4, "--layers", 1));
        arguments.addAll(List.of("--batch", 2, "--window", 3, "--steps", 3, "--vocabulary", 300, "--threads", 1));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray()).json();
    }

    // --- check-gradients ---

    @Test
    void everyCellIsChecked() {
        JsonNode result = Cli.run("check-gradients").json();

        List<String> names = Cells.all().stream().map(Cell::name).toList();
        assertThat(result.path("cells").fieldNames()).toIterable().containsExactlyElementsOf(names);
        assertThat(result.path("maxRelativeError").asDouble()).isPositive().isLessThan(1e-3);
    }

    @Test
    void oneCellCanBeChecked() {
        JsonNode result = Cli.run("check-gradients", "--cell", "elman", "--activation", "relu")
                .json();

        assertThat(result.path("cells").fieldNames()).toIterable().containsExactly("elman-relu");
    }
}
