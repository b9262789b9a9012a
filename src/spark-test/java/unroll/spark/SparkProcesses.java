package unroll.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Real processes that are started from target/spark, as its users start them; their logs lie in the folder they are started in.
 * Whoever waits for too long fails with all of these.
 */
final class SparkProcesses implements AutoCloseable {
    private static final Path HOME = Path.of("target", "spark").toAbsolutePath();

    /** Above what anything here takes on a busy machine, and below Spark's own ten minutes. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final int MAX_SHOWN = 4000;

    private final Path folder;
    private final List<Process> started = new ArrayList<>();
    private final Thread hook = new Thread(this::killAll);

    SparkProcesses(Path folder) throws IOException {
        this.folder = folder;
        // A home of their own, in which the workers of a local cluster have the folders of their executors.
        Files.createSymbolicLink(folder.resolve("jars"), HOME.resolve("jars"));
        // Whoever interrupts the tests does not get as far as to close this.
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        killAll();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /** In the order of their start: without its master, a worker starts no further executor. */
    private void killAll() {
        started.forEach(SparkProcesses::kill);
    }

    /** With the executors that it started. */
    static void kill(Process process) {
        List<ProcessHandle> executors = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        executors.forEach(ProcessHandle::destroyForcibly);
        executors.forEach(executor -> executor.onExit().join());
    }

    /** @param log name of its log */
    Process start(String log, String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                // They live for seconds.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                HOME + "/jars/*"));
        all.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().put("SPARK_HOME", folder.toString());
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
        requireDone(start("program.log", command.toArray(String[]::new)));
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

    /** Waits until a process has ended well. */
    void requireDone(Process process) throws IOException, InterruptedException {
        assertThat(exitCode(process)).as(this::logs).isZero();
    }

    /** Waits until a driver has ended for a reason that it says in a sentence. */
    void requireRefused(Process driver, String sentence) throws IOException, InterruptedException {
        assertThat(exitCode(driver)).as(this::logs).isEqualTo(1);
        assertThat(folder.resolve("driver.log")).content().contains(sentence).doesNotContain("\tat ");
    }

    private int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as(() -> process.info().commandLine().orElse("a process") + " did not end." + logs())
                .isTrue();
        return process.exitValue();
    }

    /**
     * Waits until something has come about.
     *
     * @param process that brings it about
     */
    void await(String what, Process process, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(process.waitFor(50, TimeUnit.MILLISECONDS))
                    .as(() -> "The process ended before " + what + "." + logs())
                    .isFalse();
            assertThat(System.nanoTime())
                    .as(() -> "It took too long until " + what + "." + logs())
                    .isLessThan(end);
        }
    }

    /** The ends of what all processes have written, executors among them. */
    private String logs() {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(SparkProcesses::isLog).sorted().toList()) {
                String text = Files.readString(file);
                all.append("\n== ").append(folder.relativize(file)).append('\n');
                all.append(text.substring(Math.max(0, text.length() - MAX_SHOWN)));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLog(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".log") || name.equals("stderr");
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
        await("the master listened", leader, () -> isListening(port));
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
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
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
