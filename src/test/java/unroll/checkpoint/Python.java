package unroll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs Python where it is there, as the witness that others can open our files. */
final class Python {
    private Python() {}

    /** Skips the test where Python or one of the modules is missing. */
    static void assumeItHas(String... modules) {
        boolean there;
        try {
            there = start(arguments(
                                    "import importlib.util, sys; sys.exit(not all(map(importlib.util.find_spec, sys.argv[1:])))",
                                    modules))
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            there = false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assumeTrue(there, () -> "python3 with " + String.join(", ", modules) + " is not here");
    }

    /** The lines that a script prints; fails where the script fails. */
    static List<String> run(String script, String... arguments) throws IOException, InterruptedException {
        return output(start(arguments(script, arguments)));
    }

    private static List<String> arguments(String script, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-c", script));
        all.addAll(List.of(arguments));
        return all;
    }

    private static List<String> output(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        return builder.start();
    }
}
