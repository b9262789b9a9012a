package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallJsonTest {
    @TempDir
    Path folder;

    private Path path;
    private SmallJson file;

    @BeforeEach
    void name() {
        path = folder.resolve("new/small.json");
        file = new SmallJson(path, Runnable::run);
    }

    @Test
    void readsWhatWasWritten() {
        Map<String, ?> content = Map.of(
                "text",
                "ä \"quoted\" \uD83D\uDD14\n",
                "number",
                42,
                "share",
                0.5,
                "on",
                true,
                "list",
                List.of("a", List.of(), Map.of("deep", List.of(1, 2))));

        file.write(content);

        assertThat(file.read()).isEqualTo(content);
    }

    @Test
    void readsNothingWhereThereIsNoFile() {
        assertThat(file.read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1, 2]", "\"text\"", "{\"a\": [1, 2", "{\"a\" 1}", "null", "no json"})
    void readsNothingFromWhatIsDamagedOrNotOurs(String content) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);

        assertThat(file.read()).isEmpty();
    }

    @Test
    void doesNotReadWithoutEnd() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{\"a\": " + "[".repeat(100_000));

        assertThat(file.read()).isEmpty();
    }

    @Test
    void leavesTheFileWhereItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("new"), "a file where the folder should be");

        file.write(Map.of("a", 1));

        assertThat(folder.resolve("new")).hasContent("a file where the folder should be");
        assertThat(file.read()).isEmpty();
    }
}
