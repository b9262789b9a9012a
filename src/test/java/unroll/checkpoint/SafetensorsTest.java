package unroll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.files.AtomicFile;
import unroll.message.ProblemException;

class SafetensorsTest {
    private static final long SEED = 20_260_101;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("m.unroll");
    }

    private static final float[] FLOATS = {1.5f, -0.0f, Float.MIN_VALUE, Float.NaN, Float.POSITIVE_INFINITY, 3};
    private static final byte[] BYTES = {0, -1, 5};

    private static List<Tensor> tensors() {
        return List.of(
                floats("rnn.weight", FLOATS, 2, 3), Tensor.of("random", BYTES), floats("nothing", new float[0], 0, 4));
    }

    private static Tensor floats(String name, float[] numbers, int... shape) {
        return Tensor.of(name, index -> numbers[index], shape);
    }

    private static Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "1");
        metadata.put("text", "quotes \" and \\ and \n and \uD83D\uDE00 and \u4E2D");
        metadata.put("empty", "");
        return metadata;
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SafetensorsWriter.write(out, tensors(), metadata());
        return out.toByteArray();
    }

    private Path put(byte[] bytes) throws IOException {
        return Files.write(file, bytes);
    }

    /** A file with this JSON, a checksum that fits, and so many bytes of numbers. */
    private Path withChecksum(String json, int numbers) throws IOException {
        String whole = json.replace("{META", "{\"__metadata__\":{\"sha256\":\"" + Checksum.OPEN + "\"");
        byte[] text = whole.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(8 + text.length + numbers)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
        Checksum checksum = new Checksum();
        checksum.update(bytes, bytes.length);
        checksum.stamp(bytes);
        return put(bytes);
    }

    @Test
    void returnsToTheBit() throws IOException {
        put(written());
        try (SafetensorsFile in = SafetensorsFile.open(file)) {
            assertThat(in.metadata()).isEqualTo(metadata());
            assertThat(in.tensors())
                    .extracting(SafetensorsFile.Entry::name)
                    .containsExactly("rnn.weight", "random", "nothing");
            assertThat(bits(in.floats("rnn.weight", 2, 3))).isEqualTo(bits(FLOATS));
            assertThat(in.bytes("random")).isEqualTo(BYTES);
            assertThat(in.floats("nothing", 0, 4)).isEmpty();
        }
    }

    private static int[] bits(float[] numbers) {
        int[] bits = new int[numbers.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
        return bits;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16_383, 16_384, 16_385, 100_000})
    void returnsLongTensorsOverTheEdgesOfThePieces(int count) throws IOException {
        Random random = new Random(SEED);
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = random.nextFloat();
        }
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        AtomicFile.write(
                file,
                out -> SafetensorsWriter.write(
                        out, List.of(floats("a", floats, count), Tensor.of("b", bytes)), Map.of()));
        try (SafetensorsFile in = SafetensorsFile.open(file)) {
            assertThat(in.floats("a", count)).isEqualTo(floats);
            assertThat(in.bytes("b")).isEqualTo(bytes);
        }
    }

    @Test
    void theHeaderEndsAtAMultipleOfEight() throws IOException {
        byte[] bytes = written();
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertThat(length % 8).isZero();
        assertThat(bytes[8]).isEqualTo((byte) '{');
    }

    @Test
    void theSameContentGivesTheSameFile() throws IOException {
        assertThat(written()).isEqualTo(written());
    }

    @Test
    void refusesTwoTensorsOfOneName() {
        Tensor tensor = floats("a", new float[1], 1);
        assertThatThrownBy(
                        () -> SafetensorsWriter.write(new ByteArrayOutputStream(), List.of(tensor, tensor), Map.of()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesAHeaderThatNobodyCouldRead() {
        Map<String, String> long17 = Map.of("long", "x".repeat(17 << 20));
        assertThatThrownBy(() -> SafetensorsWriter.write(new ByteArrayOutputStream(), List.of(), long17))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("header");
    }

    /** One bit of every byte. */
    @Test
    void noticesEveryFlippedBit() throws IOException {
        Random random = new Random(SEED);
        byte[] whole = written();
        for (int i = 0; i < whole.length; i++) {
            byte[] bytes = whole.clone();
            bytes[i] ^= (byte) (1 << random.nextInt(8));
            assertRefused(put(bytes), String.format(Locale.ROOT, "seed %d, byte %d", SEED, i));
        }
        SafetensorsFile.open(put(whole)).close();
    }

    @Test
    void noticesEveryLengthButTheRightOne() throws IOException {
        byte[] bytes = written();
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(put(Arrays.copyOf(bytes, length)), "cut to " + length);
        }
        assertRefused(put(Arrays.copyOf(bytes, bytes.length + 1)), "one byte more");
        SafetensorsFile.open(put(bytes)).close();
    }

    @Test
    void noticesScrambledFiles() throws IOException {
        Random random = new Random(SEED);
        byte[] whole = written();
        for (int round = 0; round < 300; round++) {
            byte[] bytes = whole.clone();
            int from = random.nextInt(bytes.length);
            int to = from + random.nextInt(bytes.length - from) + 1;
            byte[] noise = new byte[to - from];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, bytes, from, noise.length);
            if (!Arrays.equals(bytes, whole)) {
                assertRefused(put(bytes), String.format(Locale.ROOT, "seed %d, round %d", SEED, round));
            }
        }
    }

    private static void assertRefused(Path file, String what) {
        Throwable thrown = catchThrowable(() -> SafetensorsFile.open(file).close());
        assertThat(thrown).as(what).isExactlyInstanceOf(ProblemException.class);
        assertThat(thrown.getMessage()).as(what).contains(file.toString()).endsWith("Open another copy of it.");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, (16 << 20) + 1})
    void refusesAHeaderThatClaimsTooMuch(long length) throws IOException {
        byte[] bytes = ByteBuffer.wrap(written())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();
        assertThatThrownBy(() -> SafetensorsFile.open(put(bytes)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("its header claims to be %s bytes long", Long.toUnsignedString(length));
    }

    /** Headers whose checksum fits, so that only the format itself can refuse them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{META}}  |8| it is 8 bytes too long",
                "{META},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}|7| it is cut off, 1 byte short",
                "{META},'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}|8| shape of a tensor does not match",
                "{META},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}|8| not valid JSON",
                "{META},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}|8| do not follow one another",
                "{META},'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|8| do not follow one another",
                "{META},'a':{'dtype':'F32','shape':[1],'data_offsets':[8,4]}}|8| do not follow one another",
                "{META},'a':{'dtype':'F32','shape':[4611686018427387904,4],'data_offsets':[0,0]}}|0| shape of a tensor does not match",
                "{META},'a':{'dtype':'F32','shape':[9223372036854775807],'data_offsets':[0,9223372036854775807]}}|8| shape of a tensor does not match",
                "{META},'a':{'dtype':'U8','shape':[9223372036854775807],'data_offsets':[0,9223372036854775807]}}|8| bytes short",
                "{META},'a':{'dtype':'F32','shape':[92233720368547758079],'data_offsets':[0,8]}}|8| not valid JSON",
                "{META},'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}|8| negative",
                "{META},'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}|8| whole number",
                "{META},'a':{'dtype':'F32','shape':[[2]],'data_offsets':[0,8]}}|8| not valid JSON",
                "{META},'a':{'dtype':'F32','shape':2,'data_offsets':[0,8]}}|8| not in [ ]",
                "{META},'a':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,2],'data_offsets':[0,8]}}|8| too many dimensions",
                "{META},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4,8]}}|8| too many dimensions",
                "{META},'a':{'dtype':'F32','shape':[2],'data_offsets':[0]}}|8| lacks its type",
                "{META},'a':{'dtype':'F32','data_offsets':[0,8]}}|8| lacks its type",
                "{META},'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8]}}|8| type of number",
                "{META},'a':{'dtype':3,'shape':[1],'data_offsets':[0,8]}}|8| type of number",
                "{META},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}}|8| does not define",
                "{META},'a':[]}|0| not in { }",
                "{META,'a':{}}}|0| something other than text",
                "{META,'a':1}}|0| something other than text",
                "{META}}x|0| not valid JSON",
                "{META}}{}|0| something follows",
                "{META}|0| not valid JSON",
            })
    void refusesWhatIsNotOfTheFormat(String json, int numbers, String reason) throws IOException {
        Path file = withChecksum(json.replace('\'', '"'), numbers);
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isExactlyInstanceOf(ProblemException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void readsAFileMadeByHand() throws IOException {
        Path file = withChecksum(
                "{META},\"b\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[8,9]},"
                        + "\"a\":{\"data_offsets\":[0,8],\"shape\":[1,2],\"dtype\":\"F32\"}}",
                9);
        try (SafetensorsFile in = SafetensorsFile.open(file)) {
            assertThat(in.floats("a", 1, 2)).containsExactly(0, 0);
        }
    }

    @Test
    void refusesDeepNesting() throws IOException {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> SafetensorsFile.open(withChecksum("{META},\"a\":" + deep + "}", 0)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesWrongTypesShapesAndNames() throws IOException {
        put(written());
        try (SafetensorsFile in = SafetensorsFile.open(file)) {
            assertThatThrownBy(() -> in.floats("nowhere", 1))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("the tensor \"nowhere\" is missing");
            assertThatThrownBy(() -> in.floats("random", 3))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("the tensor \"random\" holds U8, expected F32");
            assertThatThrownBy(() -> in.floats("rnn.weight", 3, 2))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("the tensor \"rnn.weight\" has the shape [2, 3], expected [3, 2]");
            assertThatThrownBy(() -> in.bytes("rnn.weight")).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> in.bytes("nowhere")).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("none")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("There is no file %s; check its name and folder.", folder.resolve("none"));
        assertThatThrownBy(() -> SafetensorsFile.open(folder))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is a folder; choose a saved model in it.");
    }

    @Test
    void saysThatItMayNotBeRead() throws IOException {
        put(written());
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "this account may read anything");
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("this account may not read it");
    }

    @Test
    void pythonOpensIt() throws Exception {
        put(written());
        Python.assumeItHas("safetensors.numpy");
        List<String> lines = Python.run("""
                import sys
                from safetensors import safe_open
                from safetensors.numpy import load_file
                t = load_file(sys.argv[1])
                print(t["rnn.weight"].tolist()[0], t["rnn.weight"].shape, t["rnn.weight"].dtype)
                print(t["random"].tolist(), t["nothing"].shape)
                print(ascii(safe_open(sys.argv[1], "np").metadata()["text"]))
                """, file.toString());
        assertThat(new ArrayList<>(lines))
                .containsExactly(
                        "[1.5, -0.0, 1.401298464324817e-45] (2, 3) float32",
                        "[0, 255, 5] (0, 4)",
                        "'quotes \" and \\\\ and \\n and \\U0001f600 and \\u4e2d'");
    }
}
