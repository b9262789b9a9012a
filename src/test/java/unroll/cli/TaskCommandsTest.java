package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.checkpoint.Checkpoint;
import unroll.task.Task;
import unroll.task.Tasks;

/** Training, trying and measuring tasks of every type from the command line. */
class TaskCommandsTest {
    @TempDir
    private Path folder;

    private Path model() {
        return folder.resolve("model.safetensors");
    }

    private Cli.Outcome train(Object... more) {
        return trainTo(10, more);
    }

    private Cli.Outcome trainTo(int steps, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("train", "--hidden", 8, "--batch", 16, "--threads", 1));
        arguments.addAll(List.of("--validate-every", 5, "--steps", steps, "--quiet", "--out", model()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray()).done();
    }

    private Path text() throws IOException {
        return Files.writeString(folder.resolve("text.txt"), "A rose is a rose, und Rosen sind Rosen.\n".repeat(40));
    }

    private Path pairs() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append("word").append((char) ('a' + i % 26)).append(i % 7).append('\t');
            lines.append(i % 2 == 0 ? "even" : "odd").append('\n');
        }
        return Files.writeString(folder.resolve("pairs.tsv"), lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binary-addition:examples=200",
                "first-symbol:length=9,examples=500",
                "language",
                "names",
                "addition:digits=1,examples=100",
                "echo:examples=100"
            })
    void aTaskThatMakesItsOwnExamplesIsTrainedMeasuredAndTried(String task) throws IOException {
        train("--task", task);

        JsonNode result = Cli.run("evaluate", "--checkpoint", model()).json();
        assertThat(result.path("accuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(result.path("exactMatch").asDouble()).isBetween(0.0, 1.0);
        assertThat(result.has("restored")).isFalse();
        Task chosen = Checkpoint.load(model()).subject().task().task();
        assertThat(result.has("confusion")).isEqualTo(chosen.about().type().asksForLabel());
        String answer = Cli.run(
                        "sample",
                        "--checkpoint",
                        model(),
                        "--prime",
                        chosen.tryIt().example(),
                        "--seed",
                        1)
                .done()
                .out();
        assertThat(answer.lines()).hasSize(1);
    }

    @Test
    void whatIsPutBackIsMeasured() {
        train("--task", "accents:examples=500");

        assertThat(Cli.run("evaluate", "--checkpoint", model())
                        .json()
                        .path("restored")
                        .asDouble())
                .isBetween(0.0, 1.0);
        assertThat(Cli.run("sample", "--checkpoint", model(), "--prime=\n").err())
                .startsWith("The model has never seen line end; leave it out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bigram", "window:window=6", "continuation:length=8"})
    void aTaskOfTextWritesAText(String task) throws IOException {
        Path text = text();
        train("--task", task, "--corpus", text);

        assertThat(Cli.run("sample", "--checkpoint", model(), "--length", 30, "--seed", 2)
                        .done()
                        .out())
                .hasSize(30);
        assertThat(Cli.run("evaluate", "--checkpoint", model(), "--corpus", text)
                        .json()
                        .path("loss")
                        .asDouble())
                .isBetween(1.0, 4.0);
    }

    @Test
    void aRunOnATaskGoesOnBitForBit() throws IOException {
        train("--task", "addition:digits=1,examples=100");
        byte[] half = Files.readAllBytes(model());
        trainTo(20, "--task", "addition:digits=1,examples=100");
        float[] whole = Checkpoint.load(model()).training().state().weights();

        Path first = Files.write(folder.resolve("half.safetensors"), half);
        Cli.run("train", "--resume", first, "--steps", 20, "--quiet", "--out", model())
                .done();

        assertThat(Checkpoint.load(model()).training().state().weights()).isEqualTo(whole);
    }

    @Test
    void ownPairsAreLearnedAndGoOnWhereTheyLie() throws IOException {
        Path pairs = pairs();
        train("--task", "language", "--data", pairs);
        Cli.run("train", "--resume", model(), "--steps", 15, "--quiet", "--out", model())
                .done();

        JsonNode result = Cli.run("evaluate", "--checkpoint", model(), "--data", pairs, "--part", "all")
                .json();
        assertThat(result.at("/confusion/labels")).extracting(JsonNode::asText).containsExactly("even", "odd");
        assertThat(result.at("/confusion/counts/0/0").asInt()
                        + result.at("/confusion/counts/0/1").asInt())
                .as("the rows of the confusion matrix are the right labels")
                .isEqualTo(30);
    }

    @Test
    void aMalformedLineIsNamed() throws IOException {
        Path pairs = Files.writeString(folder.resolve("bad.tsv"), "one\ttwo\nno tab here\n");

        Cli.run("train", "--task", "own-pairs", "--data", pairs, "--quiet")
                .refused(CommandLineProgram.FAILED, "line 2 has no tab");
    }

    @Test
    void severalAnswersAreDrawn() {
        train("--task", "names");

        assertThat(Cli.run("sample", "--checkpoint", model(), "--prime", "fr", "--count", 10, "--length", 12)
                        .done()
                        .out()
                        .lines())
                .hasSize(10);
    }

    @Test
    void answersAreJsonOnRequest() {
        train("--task", "addition:digits=1,examples=100");

        JsonNode answer = Cli.run("sample", "--checkpoint", model(), "--prime", "1+2", "--json")
                .json();

        assertThat(answer.path("prime").asText()).isEqualTo("1+2");
        assertThat(answer.path("text").asText())
                .isEqualTo(Cli.run("sample", "--checkpoint", model(), "--prime", "1+2")
                        .out()
                        .strip());
        assertThat(answer.has("seed")).as("nothing is drawn").isFalse();
    }

    @Test
    void whatCannotWorkIsRefusedBeforeAnythingIsRead() {
        int wrong = CommandLineProgram.WRONG_USAGE;
        Cli.run("train", "--task", "telepathy").refused(wrong, "There is no task named \"telepathy\"");
        Cli.run("train", "--task", "addition:digits=9").refused(wrong, "1 to 6");
        Cli.run("train", "--task", "addition", "--corpus", "x").refused(wrong, "reads no text; leave out --corpus");
        Cli.run("train", "--task", "addition", "--data", "x").refused(wrong, "reads no pairs; leave out --data");
        Cli.run("train", "--task", "own-tags").refused(wrong, "give them with --data FILE");
        Cli.run("train", "--task", "addition", "--bidirectional").refused(wrong, "choose a unidirectional one");
        Cli.run("train", "--corpus", "x", "--ways", "two").refused(wrong, "would read the character it is to predict");
    }

    @Test
    void tasksOnTextTakeTheBundledOneWhereNoneIsGiven() {
        assertThat(Cli.run("train", "--task", "bigram", "--steps", 1).done().err())
                .contains("Training on \"The Borrowed Bell, a verse drama\", which comes with Unroll");
    }

    @Test
    void allTasksAreListed() {
        assertThat(Cli.run("tasks").done().out())
                .contains(Tasks.all().stream()
                        .map(task -> "  " + task.about().name() + " ")
                        .toList());
    }
}
