package unroll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A program in a process of its own.
 *
 * @param command what to start
 * @param environment variables to set beside those of this process
 */
record Child(List<String> command, Map<String, String> environment) {
    /** What would choose BLAS's kernel or number of threads for the program. */
    private static final Set<String> UNWANTED = Set.of(
            "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS");

    private static final int LINES_TOLD = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    Child(List<String> command) {
        this(command, Map.of());
    }

    /** Its result, see {@link #result}. */
    JsonNode json() {
        return result(lines());
    }

    /**
     * Standard output and standard error.
     *
     * @throws SuiteException where it cannot be started or fails
     */
    List<String> lines() {
        try {
            Process process = start(new ProcessBuilder(command).redirectErrorStream(true));
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                List<String> lines = output.lines().toList();
                int code = process.waitFor();
                if (code != 0) {
                    throw failed(code, lines);
                }
                return lines;
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw cannotRun(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Lets it speak for itself; returns its exit code. */
    int show() {
        try {
            return start(new ProcessBuilder(command).inheritIO()).waitFor();
        } catch (IOException e) {
            throw cannotRun(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Process start(ProcessBuilder builder) throws IOException {
        Map<String, String> inherited = builder.environment();
        Map<String, String> wanted = environment(inherited, environment);
        inherited.clear();
        inherited.putAll(wanted);
        return builder.start();
    }

    /** What is inherited without what is unwanted, and then what is set. */
    static Map<String, String> environment(Map<String, String> inherited, Map<String, String> set) {
        Map<String, String> environment = new HashMap<>(inherited);
        environment.keySet().removeAll(UNWANTED);
        environment.putAll(set);
        return environment;
    }

    /** The JSON on the last line that begins with a brace; libraries may chat before it. */
    static JsonNode result(List<String> lines) {
        List<String> objects =
                lines.stream().filter(line -> line.startsWith("{")).toList();
        if (objects.isEmpty()) {
            throw new SuiteException("There is no result in what was printed:%n%s".formatted(last(lines)));
        }
        String line = objects.get(objects.size() - 1);
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new SuiteException("\"%s\" is not a result.".formatted(line), e);
        }
    }

    private SuiteException cannotRun(IOException e) {
        return new SuiteException("\"%s\" cannot be run: %s".formatted(command.get(0), e.getMessage()), e);
    }

    private static SuiteException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SuiteException("The measurement was interrupted.", e);
    }

    private SuiteException failed(int code, List<String> lines) {
        return new SuiteException(String.format(
                Locale.ROOT, "\"%s\" ended with exit code %d:%n%s", String.join(" ", command), code, last(lines)));
    }

    private static String last(List<String> lines) {
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
    }
}
