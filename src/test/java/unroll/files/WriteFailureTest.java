package unroll.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteFailureTest {
    private static final IOException FULL = new IOException("No space left on device");

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsNamedWithItsCure() throws IOException {
        Path file = folder.resolve("model");
        assertThat(WriteFailure.of(file, FULL))
                .hasMessage(
                        "%s was not written because the disk is full. Free some space or choose another disk.", file)
                .hasCause(FULL);
        Files.createFile(file);
        assertThat(WriteFailure.of(file, FULL))
                .hasMessage(
                        "%s was not written because the disk is full; the file that was there before is untouched."
                                + " Free some space or choose another disk.",
                        file);
    }

    @Test
    void linesThatAreMissingAreNamed() {
        Path file = Path.of("metrics.jsonl");
        assertThat(WriteFailure.ofPart(file, FULL))
                .hasMessage("The last lines of metrics.jsonl are missing because the disk is full."
                        + " Free some space or choose another disk.");
        assertThat(WriteFailure.ofPart(file, new IOException("Input/output error")))
                .hasMessage("The last lines of metrics.jsonl are missing (Input/output error). Choose another file.");
    }
}
