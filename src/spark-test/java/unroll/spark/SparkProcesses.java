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

/** Real processes that are started from target/spark, as its users start them; their logs lie in the folder they are started in. */
final class SparkProcesses implements AutoCloseable {
    private static final Path HOME = Path.of("target", "spark").toAbsolutePath();

    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    SparkProcesses(Path folder) {
        this.folder = folder;
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : started) {
            kill(process);
        }
    }

    /** With the executors that it started. */
    static void kill(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    /** @param log name of its log */
    Process start(String log, String... command) throws IOException {
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

    /** The program itself, to its end. */
    void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("unroll.Main"));
        command.addAll(List.of(arguments));
        requireDone(start("program.log", command.toArray(String[]::new)), "program.log");
    }

    /** A driver, which logs to driver.log. */
    Process submit(String master, Class<?> job, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
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
                job.getName(),
                HOME.resolve("unroll-spark.jar").toString()));
        command.addAll(List.of(arguments));
        return start("driver.log", command.toArray(String[]::new));
    }

    void requireDone(Process process, String log) throws IOException, InterruptedException {
        assertThat(process.waitFor()).as(Files.readString(folder.resolve(log))).isZero();
    }

    void requireAlive(Process process, String log) throws IOException, InterruptedException {
        process.waitFor(50, TimeUnit.MILLISECONDS);
        assertThat(process.isAlive()).as(Files.readString(folder.resolve(log))).isTrue();
    }

    /** Starts a master and waits until it listens; its address. */
    String master() throws IOException, InterruptedException {
        int port = freePort();
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
        return "spark://127.0.0.1:" + port;
    }

    /** A worker of one core. */
    Process worker(String name, String master) throws IOException {
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
