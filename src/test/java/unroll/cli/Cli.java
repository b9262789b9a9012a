package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line in this process, and reads what it leaves behind. */
final class Cli {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Cli() {}

    /** What came of a run. */
    record Outcome(int code, String out, String err) {
        /** The one line of JSON on standard output. */
        JsonNode json() {
            assertThat(code).as("exit code; standard error: %s", err).isEqualTo(CommandLineProgram.DONE);
            assertThat(out.lines()).hasSize(1);
            return parse(out);
        }

        Outcome done() {
            assertThat(code).as("exit code; standard error: %s", err).isEqualTo(CommandLineProgram.DONE);
            return this;
        }

        /** Refused with this exit code, a sentence on standard error, and nothing on standard output. */
        void refused(int expected, String... sentence) {
            assertThat(code).as("exit code; standard error: %s", err).isEqualTo(expected);
            assertThat(out).isEmpty();
            assertThat(err).contains(sentence).doesNotContain("\tat ").doesNotContain("Exception");
        }
    }

    static Outcome run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = CommandLineProgram.run(words, new ResultStream(out, false), err);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(Charset.defaultCharset()));
    }

    /** A model so small that a step takes no time, on this text. */
    static List<Object> tiny(Path corpus) {
        return new ArrayList<>(List.of(
                "train",
                "--corpus",
                corpus,
                "--cell",
                "gru",
                "--hidden",
                6,
                "--layers",
                2,
                "--dropout",
                0.2,
                "--batch",
                4,
                "--window",
                5,
                "--threads",
                2,
                "--validate-every",
                4,
                "--quiet"));
    }

    /** The same with more. */
    static Outcome trainTiny(Path corpus, Object... more) {
        List<Object> arguments = tiny(corpus);
        arguments.addAll(List.of(more));
        return run(arguments.toArray());
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    static List<JsonNode> lines(Path metrics) throws IOException {
        return Files.readString(metrics).lines().map(Cli::parse).toList();
    }

    /** Some text without line ends, of which every part is long enough for {@link #tiny}. */
    static Path text(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("text.txt"), "the quick brown fox jumps over the lazy dog. ".repeat(20));
    }
}
