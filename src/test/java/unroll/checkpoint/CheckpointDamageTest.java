package unroll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.files.AtomicFile;
import unroll.message.ProblemException;
import unroll.train.LastGood;

/** No damage and no lie gets through, and every refusal is a sentence. */
class CheckpointDamageTest {
    private static final long SEED = 20_260_103;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void setUp() throws IOException {
        file = folder.resolve("model.safetensors");
        Runs.trained("lstm", 3).save(file);
    }

    private void assertRefused(String what) {
        assertRefused(what, "");
    }

    private void assertRefused(String what, String words) {
        Throwable thrown = catchThrowable(() -> Checkpoint.load(file));
        assertThat(thrown).as(what).isExactlyInstanceOf(ProblemException.class);
        assertThat(thrown.getMessage())
                .as(what)
                .startsWith(file.toString())
                .contains(words)
                .doesNotContain("Exception", "unroll.", "java.", "jackson")
                .endsWith(".")
                .hasSizeLessThan(600);
    }

    @Test
    void theUndamagedFileOpens() throws IOException {
        assertThat(Checkpoint.load(file).training().state().steps()).isEqualTo(3);
    }

    @Test
    void noticesFlippedBitsEverywhere() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(SEED);
        int regions = 400;
        for (int region = 0; region < regions; region++) {
            byte[] bytes = whole.clone();
            int from = (int) ((long) whole.length * region / regions);
            int to = (int) ((long) whole.length * (region + 1) / regions);
            int place = from + random.nextInt(to - from);
            bytes[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            assertRefused(String.format(Locale.ROOT, "seed %d, byte %d", SEED, place));
        }
    }

    @Test
    void noticesCutAndLengthenedFiles() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int part = 0; part < 200; part++) {
            int length = (int) ((long) whole.length * part / 200);
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused(String.format(Locale.ROOT, "cut to %d", length));
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertRefused("one byte less");
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertRefused("one byte more");
    }

    /** A file with a new checksum after its metadata was changed: what the format itself cannot notice. */
    private void forge(UnaryOperator<Map<String, String>> change) throws IOException {
        forge(change, tensors -> tensors);
    }

    private void forge(UnaryOperator<Map<String, String>> metadata, UnaryOperator<List<Tensor>> tensors)
            throws IOException {
        Map<String, String> oldMetadata;
        List<Tensor> oldTensors = new ArrayList<>();
        try (SafetensorsFile in = SafetensorsFile.open(file)) {
            oldMetadata = new LinkedHashMap<>(in.metadata());
            for (SafetensorsFile.Entry info : in.tensors()) {
                int[] shape = info.shape().stream().mapToInt(Long::intValue).toArray();
                oldTensors.add(
                        info.dtype() == Tensor.DType.F32
                                ? floats(info.name(), in.floats(info.name(), shape), shape)
                                : Tensor.of(info.name(), in.bytes(info.name())));
            }
        }
        AtomicFile.write(
                file, out -> SafetensorsWriter.write(out, tensors.apply(oldTensors), metadata.apply(oldMetadata)));
    }

    private static Tensor floats(String name, float[] numbers, int... shape) {
        return Tensor.of(name, index -> numbers[index], shape);
    }

    private static Map<String, String> with(Map<String, String> metadata, String name, String value) {
        metadata.put(name, value);
        return metadata;
    }

    @Test
    void aForgeryThatChangesNothingOpens() throws IOException {
        forge(metadata -> metadata);
        assertThat(Checkpoint.load(file).training().state().steps()).isEqualTo(3);
    }

    @Test
    void refusesANewerVersion() throws IOException {
        forge(metadata -> with(metadata, "format", "5"));
        assertThatThrownBy(() -> Checkpoint.load(file))
                .isExactlyInstanceOf(ProblemException.class)
                .hasMessage(file
                        + " was saved by a newer version of Unroll (its format is 5, and this version reads formats up to 4); update"
                        + " Unroll to open it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.0", "one", "99999999999999999999"})
    void refusesAVersionThatIsNone(String version) throws IOException {
        forge(metadata -> with(metadata, "format", version));
        assertRefused(version, "not a version number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format",
                "network",
                "task",
                "alphabets",
                "data",
                "training",
                "split",
                "place",
                "progress",
                "text",
                "curves"
            })
    void refusesMissingMetadata(String name) throws IOException {
        forge(metadata -> {
            metadata.remove(name);
            return metadata;
        });
        assertRefused(name, "its metadata has no \"" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network",
                "initialization",
                "task",
                "alphabets",
                "data",
                "training",
                "split",
                "place",
                "lastGood",
                "progress",
                "text"
            })
    void refusesMetadataThatIsNotWhatItShouldBe(String name) throws IOException {
        List<String> wrong = List.of(
                "",
                "{}",
                "[]",
                "null",
                "1",
                "\"x\"",
                "{",
                "{\"a\":1}",
                "[1,2",
                "[\"x\"]",
                "[".repeat(5_000),
                "{} {}",
                "\u0000");
        for (String json : wrong) {
            forge(metadata -> with(metadata, name, json));
            assertRefused(name + " = " + json.substring(0, Math.min(9, json.length())));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network|'hidden':7|'hidden':0|The hidden size is 0",
                "network|'hidden':7|'hidden':8|has the shape",
                "network|'hidden':7|'hidden':4096|has the shape",
                "network|'hidden':7|'hidden':1e999|\"network\" cannot be used",
                "network|'hidden':7|'hidden':7.5|\"network\" cannot be used",
                "network|'hidden':7|'hidden':'7'|\"network\" cannot be used",
                "network|'hidden':7|'hidden':7,'hidden':7|\"network\" cannot be used",
                "network|'hidden':7|'hidden':7,'more':1|\"network\" cannot be used",
                "network|'hidden':7,||\"network\" cannot be used",
                "network|'layers':2|'layers':3|the tensor \"rnn.weight_ih_l2\" is missing",
                "network|'layers':2|'layers':9|The number of layers is 9",
                "network|'lstm'|'gru'|has the shape",
                "network|'lstm'|'mamba'|There is no cell named",
                "network|'inputs':10|'inputs':11|but its alphabets",
                "network|'inputs':10|'inputs':2000000000|more than Unroll can hold",
                "network|'inputs':10,'outputs':10},'hidden':7,'layers':2|'inputs':2147483647,'outputs':10},'hidden':4096,'layers':8|more than Unroll can hold",
                "alphabets|10,32|32,10|ascending order",
                "alphabets|10,32|10,10|twice",
                "alphabets|10,32|-5,32|got -5",
                "alphabets|10,32|10,99999999999|\"alphabets\" cannot be used",
                "alphabets|10,32|10,{}|\"alphabets\" cannot be used",
                "alphabets|10,32|10,'two'|ascending order",
                "task|next-character|telepathy|There is no task named",
                "task|next-character|next-character:far=1|no option",
                "data|FORWARDS|SIDEWAYS|\"data\" cannot be used",
                "training|'batch':3|'batch':0|The batch is 0",
                "training|'batch':3|'batch':4|the tensor \"state.0\" has the shape [2, 3, 7], expected [2, 4, 7]",
                "training|'ADAM'|'SGD'|",
                "training|'ADAM'|2|\"training\" cannot be used",
                "training|'ADAM'|'LION'|\"training\" cannot be used",
                "training|'constant'|'random'|is not a schedule",
                "training|'constant'|7|is not a schedule",
                "training|'constant'|null|\"training\" cannot be used",
                "training|'learningRate':0.05|'learningRate':'NaN'|The learning rate is NaN",
                "split|0.8|0.9|add up to",
                "place|'steps':3|'steps':-3|negative count",
                "place|1.0,|1.0,2.0,|wrong length",
                "lastGood|'step':2|'step':4|not done yet",
                "lastGood|'step':2|'step':-1|not done yet",
                "lastGood|'steady':20|'steady':21|a number of steps",
                "lastGood|'meanLoss':|'meanLoss':-|have a mean",
                "lastGood|'apart':false|'apart':true|the tensor \"lastGood.rnn.weight_ih_l0\" is missing",
            })
    void refusesMetadataThatCannotBe(String name, String from, String to, String reason) throws IOException {
        String before = from.replace('\'', '"');
        String after = to == null ? "" : to.replace('\'', '"');
        forge(metadata -> {
            assertThat(metadata.get(name)).contains(before);
            return with(metadata, name, metadata.get(name).replaceFirst(java.util.regex.Pattern.quote(before), after));
        });
        if (reason == null) {
            assertThat(Checkpoint.load(file).training().state().moments())
                    .as("fewer moments are asked for; the others are ignored")
                    .hasSize(1);
        } else {
            assertRefused(name, reason);
        }
    }

    @Test
    void aFileOfBeforeThereWereWeightsToFallBackOnOpens() throws IOException {
        forge(metadata -> {
            metadata.remove("lastGood");
            return metadata;
        });
        assertThat(Checkpoint.load(file).training().state().lastGood()).isEqualTo(LastGood.present(3));
    }

    @Test
    void refusesEachMissingTensor() throws IOException {
        for (String name : names()) {
            Runs.trained("lstm", 3).save(file);
            forge(
                    metadata -> metadata,
                    tensors -> tensors.stream()
                            .filter(tensor -> !tensor.name().equals(name))
                            .toList());
            assertRefused(name, "the tensor \"" + name + "\" is missing");
        }
    }

    @Test
    void refusesEachTensorOfAnotherShape() throws IOException {
        for (String name : names()) {
            Runs.trained("lstm", 3).save(file);
            replace(name, floats(name, new float[3], 3, 1));
            assertRefused(name, "the tensor \"" + name + "\"");
        }
    }

    @Test
    void refusesTensorsOfAnotherType() throws IOException {
        replace("out.bias", Tensor.of("out.bias", new byte[10]));
        assertRefused("out.bias", "the tensor \"out.bias\" holds U8, expected F32");
    }

    @Test
    void refusesRandomNumbersOfAnotherGenerator() throws IOException {
        replace("random", Tensor.of("random", new byte[3]));
        assertRefused("random", "has 3 bytes, expected");
    }

    private List<String> names() throws IOException {
        try (SafetensorsFile in = SafetensorsFile.open(file)) {
            return in.tensors().stream().map(SafetensorsFile.Entry::name).toList();
        }
    }

    private void replace(String name, Tensor by) throws IOException {
        forge(
                metadata -> metadata,
                tensors -> tensors.stream()
                        .map(tensor -> tensor.name().equals(name) ? by : tensor)
                        .toList());
    }

    @Test
    void refusesATextFile() throws IOException {
        Files.writeString(file, "Once upon a time there was a file that was no model at all.");
        assertRefused("a text", "is a text; choose a model that Unroll saved.");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.write(file, new byte[0]);
        assertRefused("empty", "only 0 bytes long");
    }
}
