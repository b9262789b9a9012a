package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    @TempDir
    private Path folder;

    private Path weights;
    private Path corpus;
    private Path model;

    @BeforeEach
    void copyWeights() throws IOException {
        weights = folder.resolve("weights.safetensors");
        model = folder.resolve("model.safetensors");
        corpus = Cli.text(folder);
        try (InputStream in = Objects.requireNonNull(
                ImportCommandTest.class.getResourceAsStream("/unroll/golden/torch-gru.safetensors"))) {
            Files.copy(in, weights);
        }
    }

    @Test
    void whatWasImportedWritesAndTrains() {
        JsonNode result =
                Cli.run("import", weights, "--corpus", corpus, "--out", model).json();

        assertThat(result.get("cell").asText()).isEqualTo("gru");
        assertThat(result.get("hidden").asInt()).isEqualTo(5);
        assertThat(result.get("layers").asInt()).isEqualTo(2);
        assertThat(result.get("vocabulary").asInt()).isEqualTo(28);
        Cli.run("sample", "--checkpoint", model, "--length", 20).done();
        assertThat(Cli.run("train", "--resume", model, "--steps", 3, "--quiet")
                        .json()
                        .get("step")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void refusesWhatMakesNoSense() throws IOException {
        Cli.run("import").refused(CommandLineProgram.WRONG_USAGE, "import needs", "--out FILE", "WEIGHTS");
        Cli.run("import", "--corpus", corpus, "--out", model)
                .refused(CommandLineProgram.WRONG_USAGE, "import needs WEIGHTS.");
        Cli.run("import", weights, "--out", model)
                .refused(CommandLineProgram.WRONG_USAGE, "import needs --corpus FILE");
        Cli.run("import", weights, "--corpus", corpus, "--out", weights)
                .refused(CommandLineProgram.WRONG_USAGE, "is the file of the weights as well");
        Cli.run("import", weights, "--corpus", corpus, "--out", model, "--cell", "LSTM")
                .refused(CommandLineProgram.FAILED, "which no lstm has");
        Path other = Files.writeString(folder.resolve("other.txt"), "abc ".repeat(100));
        Cli.run("import", weights, "--corpus", other, "--out", model)
                .refused(CommandLineProgram.FAILED, "knows 28 symbols, but the text has 4 different characters");
        Cli.run("import", corpus, "--corpus", corpus, "--out", model)
                .refused(CommandLineProgram.FAILED, "is a text; choose a model");
        assertThat(model).doesNotExist();
    }
}
