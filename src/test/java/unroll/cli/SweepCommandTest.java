package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.message.Formats;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SweepCommandTest {
    private static final String SETTINGS =
            "\"cell\": \"gru\", \"batch\": 4, \"window\": 5, \"validate-every\": 4, \"split\": \"0.8,0.1,0.1\"";

    @TempDir
    private Path folder;

    private Path text;
    private Path plan;
    private Path out;

    @BeforeEach
    void prepare() throws IOException {
        text = Cli.text(folder);
        out = folder.resolve("runs.csv");
        plan = plan("\"axes\": {\"hidden\": [5, 6]}, \"seeds\": [3, 9], \"steps\": 12");
    }

    private Path plan(String rest) throws IOException {
        return Files.writeString(
                folder.resolve("plan.json"),
                "{\"sweep\": 1, \"text\": {\"file\": \"text.txt\"}, \"settings\": {%s}, %s}".formatted(SETTINGS, rest));
    }

    @Test
    void printsTheBestAndATrialIsTheSameRunAsThatOfTrain() throws IOException {
        JsonNode result = Cli.run("sweep", plan, "--out", out, "--jobs", 2).json();

        assertThat(result.path("trials").asInt()).isEqualTo(4);
        assertThat(result.path("done").asInt()).isEqualTo(4);
        assertThat(result.path("diverged").asInt()).isZero();
        int best = result.path("best").path("trial").asInt();
        JsonNode alone = Cli.run(
                        "train",
                        "--corpus",
                        text,
                        "--quiet",
                        "--cell",
                        "gru",
                        "--layers",
                        1,
                        "--batch",
                        4,
                        "--window",
                        5,
                        "--validate-every",
                        4,
                        "--split",
                        "0.8,0.1,0.1",
                        "--patience",
                        0,
                        "--weight-average",
                        0,
                        "--threads",
                        1,
                        "--steps",
                        12,
                        "--hidden",
                        best < 3 ? 5 : 6,
                        "--seed",
                        best % 2 == 1 ? 3 : 9)
                .json();
        assertThat(Files.readAllLines(out).get(best))
                .startsWith("\"" + result.path("best").path("name").asText() + "\"")
                .contains(
                        Formats.figures(alone.path("validationLoss").asDouble()),
                        Formats.figures(alone.path("trainLoss").asDouble()));
    }

    @Test
    void aShellLoopOverTheTrialsMakesTheSameTable() throws IOException {
        Cli.run("sweep", plan, "--out", out).done();
        StringBuilder all = new StringBuilder();
        for (int trial = 1; trial <= 4; trial++) {
            Path one = folder.resolve(trial + ".csv");
            Cli.run("sweep", plan, "--out", one, "--trial", trial, "--metrics-dir", folder.resolve("curves"))
                    .done();
            List<String> lines = Files.readAllLines(one);
            assertThat(lines).hasSize(2);
            all.append(Files.readString(one));
        }
        Path joined = Files.writeString(folder.resolve("joined.csv"), all);

        Cli.Outcome outcome = Cli.run("sweep", plan, "--out", joined).done();

        assertThat(outcome.err()).isEmpty();
        assertThat(Files.readString(joined)).isEqualTo(Files.readString(out));
        assertThat(folder.resolve("curves/trial-0004.csv")).isRegularFile();
    }

    @Test
    void aListShowsWhatTheTrialsTakeAndTrainsNothing() {
        Cli.Outcome outcome = Cli.run("sweep", plan, "--list", "--out", out).done();

        List<JsonNode> lines = outcome.out().lines().map(Cli::parse).toList();
        assertThat(lines).extracting(line -> line.path("trial").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(lines).extracting(line -> line.path("steps").asInt()).containsOnly(12);
        assertThat(lines.get(3).path("name").asText()).isEqualTo("hidden 6, seed 9");
        assertThat(lines.get(3).path("memoryBytes").asLong())
                .isGreaterThan(lines.get(0).path("memoryBytes").asLong());
        assertThat(outcome.err()).startsWith("4 trials, about ").contains(" of memory.");
        assertThat(out).doesNotExist();
    }

    @Test
    void progressNamesTheBestSoFar() {
        Cli.Outcome outcome = Cli.run("sweep", plan, "--out", out, "--jobs", 1).done();

        assertThat(outcome.err().lines()).hasSize(4);
        assertThat(outcome.err())
                .startsWith("trial 1 (hidden 5, seed 3): validation ")
                .contains(", 4 of 4 trials done, best ", " left");
        assertThat(Cli.run("sweep", plan, "--out", folder.resolve("q.csv"), "--quiet")
                        .done()
                        .err())
                .isEmpty();
    }

    @Test
    void manyTrialsAreAskedFor() throws IOException {
        plan = plan("\"seeds\": 1001, \"steps\": 1");

        Cli.run("sweep", plan, "--out", out)
                .refused(2, "This plan has 1,001 trials, which take about ", "pass --yes to train them");
        assertThat(out).doesNotExist();
        assertThat(Cli.run("sweep", plan, "--out", out, "--yes", "--quiet")
                        .json()
                        .path("done")
                        .asInt())
                .isEqualTo(1001);
    }

    @Test
    void whatCannotBeIsRefused() throws IOException {
        Cli.run("sweep").refused(2, "PLAN");
        Cli.run("sweep", plan).refused(2, "A file for the table is missing; give one with --out FILE.csv.");
        Cli.run("sweep", plan, "--out", plan).refused(2, "is the plan as well; choose another file for --out.");
        Cli.run("sweep", plan, "--out", text).refused(2, "is the text of the plan as well");
        Cli.run("sweep", plan, "--out", out, "--trial", 5)
                .refused(2, "--trial is 5; choose a whole number from 1 to 4.");
        Cli.run("sweep", plan, "--out", out, "--jobs", 0).refused(2, "--jobs is 0; choose a whole number from 1 up.");
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        Cli.run("sweep", plan, "--out", other).refused(2, "exists and is not the table of a sweep");
        Cli.run("sweep", folder.resolve("none.json"), "--out", out).refused(1, "There is no file");
        Files.delete(text);
        Cli.run("sweep", plan, "--out", out).refused(1, "text.txt");
        assertThat(out).doesNotExist();
        assertThat(other).hasContent("a,b\n1,2\n");
    }

    @Test
    void aKilledSweepLosesAtMostTheTrialsThatRan() throws IOException, InterruptedException {
        plan = plan("\"axes\": {\"hidden\": [5, 6, 7, 8, 9, 10]}, \"seeds\": 2, \"steps\": 400");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "unroll.Main",
                        "sweep",
                        plan.toString(),
                        "--out",
                        out.toString(),
                        "--jobs",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        try {
            while (!Files.exists(out) || Files.readAllLines(out).size() < 4) {
                assertThat(process.isAlive())
                        .as(Files.readString(folder.resolve("output.txt")))
                        .isTrue();
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        List<String> left = Files.readAllLines(out);

        JsonNode result = Cli.run("sweep", plan, "--out", out, "--quiet").json();

        assertThat(result.path("done").asInt()).isEqualTo(12);
        Path whole = folder.resolve("whole.csv");
        Cli.run("sweep", plan, "--out", whole, "--quiet").done();
        assertThat(Files.readString(out)).isEqualTo(Files.readString(whole));
        assertThat(Files.readAllLines(whole)).containsAll(left.subList(0, 4));
    }
}
