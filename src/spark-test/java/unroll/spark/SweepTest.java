package unroll.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.session.report.RunRow;
import unroll.session.report.RunTable;

/** The sweep on Spark as real processes. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SweepTest {
    private static final int TRIALS = 24;
    private static final int TRIALS_BEFORE_THE_KILL = 4;

    @TempDir
    private Path folder;

    private SparkProcesses processes;
    private Path plan;
    private Path out;

    @BeforeEach
    void writeThePlan() throws IOException {
        processes = new SparkProcesses(folder);
        out = folder.resolve("out");
        plan = plan(40);
    }

    private Path plan(int steps) throws IOException {
        return Files.writeString(folder.resolve("plan.json"), """
                {"sweep": 1, "text": {"bundled": "tales.txt"},
                 "settings": {"cell": "gru", "batch": 8, "window": 16, "validate-every": 20},
                 "axes": {"hidden": [8, 16, 24], "learning-rate": [0.002, 0.01, 0.03, 1e30]},
                 "seeds": 2, "steps": STEPS}
                """.replace("STEPS", Integer.toString(steps)));
    }

    @AfterEach
    void endAll() {
        processes.close();
    }

    private Process submit(String master) throws IOException {
        // The folder is not absolute, for the executors are started in other ones.
        return processes.submit(
                master, Sweep.class, plan.toString(), out.getFileName().toString());
    }

    /** The table of the same plan by the program alone. */
    private String sweptHere() throws IOException, InterruptedException {
        Path table = folder.resolve("here.csv");
        processes.run("sweep", plan.toString(), "--out", table.toString());
        return Files.readString(table);
    }

    @Test
    void executorsTrainTheSameTrialsToTheByteAndOnlyThoseThatAreMissing() throws IOException, InterruptedException {
        processes.requireDone(submit("local-cluster[2,1,1024]"));

        String table = Files.readString(out.resolve("runs.csv"));
        assertThat(table).isEqualTo(sweptHere()).contains(",diverged: ");
        assertThat(table.lines()).hasSize(TRIALS + 1);
        assertThat(out.resolve("runs.parquet/_SUCCESS")).exists();
        assertThat(out.resolve("metrics/trial-0024.csv")).isRegularFile();
        // What Compare Runs reads.
        List<RunRow> rows = RunTable.read(out.resolve("runs.csv"));
        assertThat(rows).hasSize(TRIALS).isEqualTo(RunTable.read(folder.resolve("here.csv")));
        assertThat(RunTable.read(out.resolve("trials/trial-0005.csv"))).containsExactly(rows.get(4));
        Files.delete(out.resolve("runs.csv"));
        Files.delete(out.resolve("trials/trial-0005.csv"));
        Files.delete(out.resolve("metrics/trial-0006.csv"));

        processes.requireDone(submit("local[1]"));

        assertThat(Files.readString(out.resolve("runs.csv"))).isEqualTo(table);
        // The row of the sixth was there, so it was not trained again.
        assertThat(out.resolve("metrics/trial-0006.csv")).doesNotExist();
    }

    @Test
    void aWorkerThatIsKilledCostsOnlyTheTrialsItRan() throws IOException, InterruptedException {
        plan = plan(400);
        String master = processes.master();
        Process first = processes.worker("first", master);
        processes.worker("second", master);
        Process driver = submit(master);
        processes.await("some trials had ended", driver, () -> trials() >= TRIALS_BEFORE_THE_KILL);

        SparkProcesses.kill(first);

        assertThat(trials()).as("trials when it was killed").isLessThan(TRIALS);
        processes.requireDone(driver);
        assertThat(Files.readString(out.resolve("runs.csv"))).isEqualTo(sweptHere());
        assertThat(trials()).isEqualTo(TRIALS);
        // The executor unpacked the natives in its own folder.
        try (var files = Files.walk(folder.resolve("second"))) {
            assertThat(files.filter(file -> file.endsWith("javacpp"))).isNotEmpty();
        }
    }

    @Test
    void whatIsRefusedIsASentenceAndNothingIsLost() throws IOException, InterruptedException {
        Path text = Files.writeString(folder.resolve("text.txt"), "What is the use of a book? ".repeat(100));
        String two = """
                {"sweep": 1, "text": {"file": "text.txt"}, "settings": {"batch": 4, "window": 8},
                 "axes": {"hidden": [4, 5]}, "steps": 10}
                """;
        Files.writeString(plan, two);
        processes.requireDone(submit("local[1]"));
        // The table alone says whose the folder is.
        FileUtils.deleteDirectory(out.resolve("trials").toFile());
        Map<String, String> before = results();

        requireRefused(two.replace("hidden", "hiden"), "plan.json, axes > hiden: there is no setting of this name");
        requireRefused(
                two.replace("[4, 5]", "{\"from\": 9, \"to\": 4, \"points\": 2}"),
                "plan.json, axes > hidden: the range is empty");
        requireRefused(two.replace("10", "11"), "/out holds trials of another plan");
        Files.writeString(text, "No use at all. ".repeat(100));
        requireRefused(two, "The text has changed since the trials in");

        assertThat(before).containsKeys("runs.csv", "metrics/trial-0002.csv");
        assertThat(results()).isEqualTo(before);
    }

    private void requireRefused(String json, String sentence) throws IOException, InterruptedException {
        Files.writeString(plan, json);
        processes.requireRefused(submit("local[1]"), sentence);
    }

    /** Contents of all files that the sweep has written, by their names. */
    private Map<String, String> results() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(out.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private int trials() {
        String[] names = out.resolve("trials").toFile().list((parent, name) -> name.startsWith("trial-"));
        return names == null ? 0 : names.length;
    }
}
