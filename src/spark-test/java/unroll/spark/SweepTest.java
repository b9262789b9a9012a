package unroll.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sweep on Spark as real processes that are started from target/spark, as its users start them. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class SweepTest {
    private static final Path HOME = Path.of("target", "spark").toAbsolutePath();
    private static final int TRIALS = 24;
    private static final int TRIALS_BEFORE_THE_KILL = 4;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private Path plan;
    private Path out;

    @BeforeEach
    void writeThePlan() throws IOException {
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
    void endAll() throws InterruptedException {
        for (Process process : started) {
            kill(process);
        }
    }

    /** With the executors that it started. */
    private static void kill(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private Process start(String log, String... command) throws IOException {
        List<String> all = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m", "-cp", HOME + "/jars/*"));
        all.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve(log).toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Process submit(String master) throws IOException {
        return start(
                "driver.log",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--conf",
                "spark.ui.enabled=false",
                "--executor-cores",
                "1",
                "--executor-memory",
                "640m",
                "--class",
                "unroll.spark.Sweep",
                HOME.resolve("unroll-spark.jar").toString(),
                plan.toString(),
                // Not absolute, for the executors are started in other folders.
                out.getFileName().toString());
    }

    private void requireDone(Process process, String log) throws IOException, InterruptedException {
        assertThat(process.waitFor()).as(Files.readString(folder.resolve(log))).isZero();
    }

    private void requireAlive(Process process, String log) throws IOException, InterruptedException {
        process.waitFor(50, TimeUnit.MILLISECONDS);
        assertThat(process.isAlive()).as(Files.readString(folder.resolve(log))).isTrue();
    }

    /** The table of the same plan by the program alone. */
    private String sweptHere() throws IOException, InterruptedException {
        Path table = folder.resolve("here.csv");
        requireDone(start("here.log", "unroll.Main", "sweep", plan.toString(), "--out", table.toString()), "here.log");
        return Files.readString(table);
    }

    @Test
    void executorsTrainTheSameTrialsToTheByteAndOnlyThoseThatAreMissing() throws IOException, InterruptedException {
        requireDone(submit("local-cluster[2,1,1024]"), "driver.log");

        String table = Files.readString(out.resolve("runs.csv"));
        assertThat(table).isEqualTo(sweptHere()).contains(",\"diverged: ");
        assertThat(table.lines()).hasSize(TRIALS + 1);
        assertThat(out.resolve("runs.parquet/_SUCCESS")).exists();
        assertThat(out.resolve("metrics/trial-0024.csv")).isRegularFile();
        Files.delete(out.resolve("trials/trial-0005.csv"));
        Files.delete(out.resolve("metrics/trial-0006.csv"));

        requireDone(submit("local[1]"), "driver.log");

        assertThat(Files.readString(out.resolve("runs.csv"))).isEqualTo(table);
        // The row of the sixth was there, so it was not trained again.
        assertThat(out.resolve("metrics/trial-0006.csv")).doesNotExist();
    }

    @Test
    void aWorkerThatIsKilledCostsOnlyTheTrialsItRan() throws IOException, InterruptedException {
        plan = plan(400);
        int port = freePort();
        String master = "spark://127.0.0.1:" + port;
        Process leader = start(
                "master.log",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
        while (!isListening(port)) {
            requireAlive(leader, "master.log");
        }
        Process first = worker("first", master);
        worker("second", master);
        Process driver = submit(master);
        while (trials() < TRIALS_BEFORE_THE_KILL) {
            requireAlive(driver, "driver.log");
        }

        kill(first);

        assertThat(trials()).as("trials when it was killed").isLessThan(TRIALS);
        requireDone(driver, "driver.log");
        assertThat(Files.readString(out.resolve("runs.csv"))).isEqualTo(sweptHere());
        assertThat(trials()).isEqualTo(TRIALS);
    }

    private Process worker(String name, String master) throws IOException {
        return start(
                name + ".log",
                "org.apache.spark.deploy.worker.Worker",
                master,
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                "0",
                "--work-dir",
                folder.resolve(name).toString());
    }

    private int trials() {
        String[] names = out.resolve("trials").toFile().list((parent, name) -> name.startsWith("trial-"));
        return names == null ? 0 : names.length;
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
