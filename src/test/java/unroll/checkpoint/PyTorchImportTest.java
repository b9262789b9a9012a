package unroll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.files.AtomicFile;
import unroll.message.ProblemException;
import unroll.network.Stepper;
import unroll.task.TaskData;
import unroll.train.Trainer;

/** Weights with PyTorch's names, and the logits that PyTorch's formulas make of them: golden/make_torch_weights.py. */
class PyTorchImportTest {
    @TempDir
    Path folder;

    private static JsonNode expected() throws IOException {
        try (InputStream in = golden("torch-weights.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static InputStream golden(String name) {
        return Objects.requireNonNull(PyTorchImportTest.class.getResourceAsStream("/unroll/golden/" + name), name);
    }

    private Path weights(String name) throws IOException {
        Path file = folder.resolve("torch-" + name + ".safetensors");
        try (InputStream in = golden("torch-" + name + ".safetensors")) {
            Files.copy(in, file);
        }
        return file;
    }

    private static Corpus text() throws IOException {
        return CorpusReader.ofText("text", expected().get("text").asText().repeat(20));
    }

    private static void assertGivesLogits(Checkpoint model, String name) throws IOException {
        Corpus text = text();
        Stepper stepper = new Stepper(model.network());
        float[] logits = {};
        for (int codePoint : expected().get("read").asText().codePoints().toArray()) {
            logits = stepper.read(text.vocabulary().indexOf(codePoint));
        }
        JsonNode right = expected().get(name);
        assertThat(logits).hasSize(right.size());
        for (int symbol = 0; symbol < logits.length; symbol++) {
            assertThat((double) logits[symbol]).isCloseTo(right.get(symbol).asDouble(), within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({"gru, gru,", "lstm, lstm,", "relu, elman-relu, elman-relu"})
    void givesTheLogitsOfPyTorchAlsoAfterItWasSaved(String name, String cell, @Nullable String chosen)
            throws IOException {
        Checkpoint model = PyTorchImport.read(weights(name), text(), chosen);

        assertThat(model.spec().cell()).isEqualTo(cell);
        assertThat(model.spec().hidden()).isEqualTo(5);
        assertThat(model.spec().layers()).isEqualTo(2);
        assertGivesLogits(model, name);
        Path saved = folder.resolve("saved.safetensors");
        model.save(saved);
        assertGivesLogits(Checkpoint.load(saved), name);
    }

    @Test
    void trainsOn() throws IOException {
        Checkpoint model = PyTorchImport.read(weights("gru"), text(), null);
        try (Trainer trainer =
                model.resume(new TaskData.Streams(text(), model.training().split()))) {
            double first = trainer.step().loss();
            for (int step = 1; step < 30; step++) {
                trainer.step();
            }
            assertThat(trainer.step().loss()).isLessThan(first);
        }
    }

    @Test
    void aModelOfOursComesBackToTheBit() throws IOException {
        Corpus corpus = Runs.corpus();
        Path file = folder.resolve("foreign.safetensors");
        float[] weights;
        try (Trainer trainer = Runs.trainer(
                Runs.spec("gru", corpus), Runs.config(unroll.train.OptimizerSpec.OptimizerKind.ADAM), corpus)) {
            trainer.step();
            weights = trainer.capture().weights();
            List<Tensor> tensors = new TorchLayout(trainer.network().spec()).tensors("", weights);
            AtomicFile.write(file, out -> SafetensorsWriter.write(out, tensors, Map.of()));
        }

        Checkpoint back = PyTorchImport.read(file, corpus, null);

        assertThat(back.training().state().weights()).isEqualTo(weights);
    }

    private void assertRefused(List<Tensor> tensors, String sentence) throws IOException {
        Path file = folder.resolve("refused.safetensors");
        AtomicFile.write(file, out -> SafetensorsWriter.write(out, tensors, Map.of()));
        Corpus text = text();
        assertThatThrownBy(() -> PyTorchImport.read(file, text, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(sentence);
    }

    private static Tensor zeros(String name, int... shape) {
        return Tensor.of(name, index -> 0, shape);
    }

    @Test
    void refusesWhatIsNoTextGenerator() throws IOException {
        int symbols = text().vocabulary().size();
        Tensor input = zeros("rnn.weight_ih_l0", 12, symbols);
        Tensor recurrent = zeros("rnn.weight_hh_l0", 12, 4);
        Tensor output = zeros("fc.weight", symbols, 4);
        assertRefused(List.of(output), "none of its tensors have names that end in \"weight_ih_l0\"");
        assertRefused(
                List.of(input, recurrent, output, zeros("rnn.weight_ih_l0_reverse", 12, symbols)),
                "its layers are bidirectional");
        assertRefused(List.of(input, recurrent), "none of its tensors can be the output layer's");
        assertRefused(
                List.of(input, recurrent, output, zeros("norm.weight", 4)),
                "its tensor \"norm.weight\" belongs to no layer that Unroll has");
        assertRefused(
                List.of(input, zeros("rnn.weight_hh_l0", 8, 4), output),
                "the shape [8, 4], which no RNN, GRU or LSTM has");
        assertRefused(
                List.of(zeros("rnn.weight_ih_l0", 12, 3), recurrent, output),
                "the tensor \"rnn.weight_ih_l0\" has the shape [12, 3], expected [12, " + symbols + "]");
        assertRefused(
                List.of(input, recurrent, zeros("fc.weight", 7, 4)),
                "knows 7 symbols, but the text has " + symbols + " different characters");
        assertRefused(
                List.of(input, recurrent, Tensor.of("fc.weight", index -> Float.NaN, symbols, 4)), "model diverged");
    }

    @Test
    void namesTheCellThatDoesNotFit() throws IOException {
        Path file = weights("gru");
        Corpus text = text();
        assertThatThrownBy(() -> PyTorchImport.read(file, text, "lstm"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("its recurrent weights have the shape [15, 5], which no lstm has");
        assertThatThrownBy(() -> PyTorchImport.read(file, text, "grü"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("choose one of");
    }

    @Test
    void openingItAsAModelNamesTheWay() throws IOException {
        Path file = weights("lstm");
        assertThatThrownBy(() -> Checkpoint.load(file)).hasMessageContaining("\"unroll import\"");
    }
}
