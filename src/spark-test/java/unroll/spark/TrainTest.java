package unroll.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.train.TrainerState;

/** One model on a text in partitions, as real processes. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TrainTest {
    private static final String SETTINGS =
            "{\"cell\": \"lstm\", \"hidden\": 24, \"layers\": 2, \"dropout\": 0.2, \"batch\": 8, \"window\": 16}";

    /** What an executor takes of its core between two rounds, and to the middle of one of 3,000 steps. */
    private static final Duration UNDER_WAY = Duration.ofMillis(1000);

    @TempDir
    private Path folder;

    private SparkProcesses processes;
    private Path text;

    @BeforeEach
    void writeTheText() throws IOException {
        processes = new SparkProcesses(folder);
        var tales = CorpusReader.bundled("tales.txt");
        text = Files.writeString(folder.resolve("tales.txt"), tales.text(new Range(0, tales.length())));
    }

    @AfterEach
    void endAll() {
        processes.close();
    }

    private static String plan(int partitions, int steps) {
        return String.format(
                Locale.ROOT,
                "{\"train\": 1, \"settings\": %s, \"partitions\": %d, \"round\": 20, \"steps\": %d}",
                SETTINGS,
                partitions,
                steps);
    }

    private Process submit(String master, String json, String out) throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.json"), json);
        return processes.submit(master, Train.class, plan.toString(), text.toString(), out);
    }

    private void train(String master, String json, String out) throws IOException, InterruptedException {
        processes.requireDone(submit(master, json, out));
    }

    private Path model(String out) {
        return folder.resolve(out).resolve("model.safetensors");
    }

    private static void requireSame(Path one, Path other) throws IOException {
        TrainerState expected = Checkpoint.load(other).training().state();
        TrainerState state = Checkpoint.load(one).training().state();
        assertThat(state.steps()).isEqualTo(expected.steps());
        assertThat(state.weights()).isEqualTo(expected.weights());
        assertThat(state.moments()).hasSameSizeAs(expected.moments());
        for (int i = 0; i < state.moments().size(); i++) {
            assertThat(state.moments().get(i)).isEqualTo(expected.moments().get(i));
        }
        assertThat(state.hidden().buffers()).isDeepEqualTo(expected.hidden().buffers());
        assertThat(state.random()).isEqualTo(expected.random());
    }

    @Test
    void onePartitionIsThePlainTrainerAndTheProgramGoesOnWithIt() throws IOException, InterruptedException {
        train("local[1]", plan(1, 60), "one");
        String plain = folder.resolve("plain.safetensors").toString();
        processes.run(("train --quiet --corpus " + text
                        + " --cell lstm --hidden 24 --layers 2 --dropout 0.2 --batch 8 --window 16"
                        + " --threads 1 --patience 0 --weight-average 0 --validate-every 20 --steps 60 --out "
                        + plain)
                .split(" "));

        requireSame(model("one"), Path.of(plain));
        for (String saved : new String[] {plain, model("one").toString()}) {
            processes.run("train", "--quiet", "--resume", saved, "--steps", "80", "--out", saved);
        }
        requireSame(model("one"), Path.of(plain));
        assertThat(Files.readString(folder.resolve("one/curves.csv")).lines()).hasSize(4);
    }

    @Test
    void theSamePartitionsGiveTheSameBitsWhateverRunsThemAndWhenever() throws IOException, InterruptedException {
        train("local[2]", plan(2, 60), "threads");

        train("local-cluster[2,1,1024]", plan(2, 40), "executors");
        train("local[2]", plan(2, 60), "executors");

        requireSame(model("executors"), model("threads"));
        Checkpoint resumed = Checkpoint.load(model("executors"));
        assertThat(resumed.training().notes().metrics().losses().validation()).isPositive();
        try (var left = Files.list(folder.resolve("executors/partitions"))) {
            assertThat(left).containsExactly(folder.resolve("executors/partitions/2-at-step-60"));
        }
    }

    @Test
    void aWorkerThatIsKilledChangesNothingForTheOtherDoesItsWork() throws IOException, InterruptedException {
        String plan = plan(2, 6000).replace("\"round\": 20", "\"round\": 3000");
        train("local[2]", plan, "threads");
        String master = processes.master();
        Process first = processes.worker("first", master);
        processes.worker("second", master);
        Process driver = submit(master, plan, "workers");
        processes.await("a round was done", driver, () -> Files.exists(model("workers")));
        Duration middle = busy(first).plus(UNDER_WAY);
        processes.await("the next one was under way", driver, () -> busy(first).compareTo(middle) > 0);

        SparkProcesses.kill(first);

        assertThat(Checkpoint.load(model("workers")).training().state().steps())
                .as("steps when it was killed")
                .isEqualTo(3000);
        processes.requireDone(driver);
        requireSame(model("workers"), model("threads"));
    }

    /** Of a core, by the executors of a worker. */
    private static Duration busy(Process worker) {
        return worker.descendants()
                .map(executor -> executor.info().totalCpuDuration().orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void whatCannotBeTrainedIsASentenceAndTheModelStays() throws IOException, InterruptedException {
        train("local[1]", plan(1, 20), "one");
        byte[] model = Files.readAllBytes(model("one"));

        processes.requireRefused(submit("local[1]", plan(1, 0), "one"), "plan.json, steps: got 0, but expected");
        processes.requireRefused(
                submit("local[1]", plan(1, 20).replace("24", "25"), "one"),
                "is of another text, or of other settings or rounds");
        Files.writeString(text, "Another text, and a short one.");
        processes.requireRefused(
                submit("local[1]", plan(1, 20), "one"), "is of another text, or of other settings or rounds");
        processes.requireRefused(
                submit("local[2]", plan(2, 20), "short"), "Partition 0: The training part of this text has");

        assertThat(model("one")).hasBinaryContent(model);
        assertThat(model("short")).doesNotExist();
    }
}
