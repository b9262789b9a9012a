package unroll.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.message.ProblemException;

class InputFileTest {
    @TempDir
    Path folder;

    @Test
    void namesWhatIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("text.txt"), "text");

        assertThat(problem(file)).isNull();
        assertThat(problem(Path.of(""))).isEqualTo("The file name is empty; choose a text file.");
        assertThat(problem(folder)).isEqualTo(folder + " is a folder; choose a text file in it.");
        assertThat(problem(folder.resolve("none")))
                .isEqualTo("There is no file %s; check its name and folder.".formatted(folder.resolve("none")));
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(strings = {"/dev/zero", "/dev/urandom", "/dev/null"})
    void refusesDevices(String name) {
        assertThat(problem(Path.of(name))).isEqualTo(name + " is a device; choose a text file.");
        assertThat(InputFile.isPipe(Path.of(name))).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesPipes() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(problem(pipe)).startsWith(pipe + " is a pipe;");
        assertThat(InputFile.isPipe(pipe)).isTrue();
    }

    private static String problem(Path file) {
        try {
            InputFile.require(file, "a text file");
            return null;
        } catch (ProblemException refused) {
            return refused.getMessage();
        }
    }
}
