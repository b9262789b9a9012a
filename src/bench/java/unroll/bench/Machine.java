package unroll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What was measured, and where: the head of every page of figures. */
final class Machine {
    private Machine() {}

    /** As a Markdown table. */
    static String head(BlasProbe.Peak probe) {
        String table = """
                | | |
                |---|---|
                | machine | %s, %d cores |
                | peak of one core | %.0f GFLOP/s |
                | system | %s |
                | JDK | %s |
                | Unroll's products | %s; OpenBLAS's kernel %s |
                | commit | %s |
                | date | %s |
                """;
        return String.format(
                Locale.ROOT,
                table,
                processor(),
                Runtime.getRuntime().availableProcessors(),
                probe.peak(),
                system(),
                System.getProperty("java.runtime.version"),
                probe.name(),
                probe.kernel(),
                commit(),
                LocalDate.now());
    }

    private static String processor() {
        return lines(Path.of("/proc/cpuinfo"))
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseGet(() -> firstLine("sysctl", "-n", "machdep.cpu.brand_string")
                        .orElseGet(() -> System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "unknown")));
    }

    private static String system() {
        String kernel = "%s %s, %s"
                .formatted(
                        System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch"));
        return lines(Path.of("/etc/os-release"))
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", "") + ", " + kernel)
                .findFirst()
                .orElse(kernel);
    }

    /** Nothing where there is no such file, as on other systems than Linux. */
    private static Stream<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file).stream() : Stream.of();
        } catch (IOException e) {
            throw new SuiteException("%s cannot be read.".formatted(file), e);
        }
    }

    private static String commit() {
        return firstLine("git", "rev-parse", "--short", "HEAD")
                .map(commit -> firstLine("git", "status", "--porcelain", "--", "pom.xml", "src")
                        .map(change -> commit + ", with changes")
                        .orElse(commit))
                .orElse("unknown");
    }

    /** What a tool answers; nothing where it is not there, has nothing to say or fails. */
    private static Optional<String> firstLine(String... command) {
        try {
            return new Child(List.of(command)).lines().stream().findFirst();
        } catch (SuiteException notThere) {
            return Optional.empty();
        }
    }
}
