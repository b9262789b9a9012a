package unroll.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import unroll.files.FileType;
import unroll.files.InputFile;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/**
 * An opened safetensors file that {@link SafetensorsWriter} wrote. Opening checks everything, the checksum over every byte
 * included, before a number is read; nothing is allocated that the file's true length does not cover.
 *
 * <p>Every refusal is a {@link ProblemException}. Not for use by two threads at once.
 */
public final class SafetensorsFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer piece = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private final SafetensorsHeader header;
    private final long dataFrom;

    /** Opens and checks a file that {@link SafetensorsWriter} wrote. */
    public static SafetensorsFile open(Path file) {
        return open(file, true);
    }

    /** Opens a safetensors file that any program wrote; all is checked but the checksum, which it need not have. */
    static SafetensorsFile openForeign(Path file) {
        return open(file, false);
    }

    private static SafetensorsFile open(Path file, boolean withChecksum) {
        InputFile.require(file, "a saved model");
        try {
            requireModel(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return new SafetensorsFile(file, channel, withChecksum);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void requireModel(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(FileType.START_BYTES);
        }
        FileType type = FileType.of(start).orElse(null);
        Problem refusal = type == null ? null : type.refusalAsModel(file.toString());
        if (refusal != null) {
            throw new ProblemException(refusal);
        }
        if (FileType.isText(start)) {
            throw Reason.TEXT_AS_MODEL.exception(file);
        }
    }

    private SafetensorsFile(Path file, FileChannel channel, boolean withChecksum) throws IOException {
        this.file = file;
        this.channel = channel;
        byte[] start = readStart();
        this.dataFrom = start.length;
        if (withChecksum && !Checksum.isOn(start)) {
            throw damaged(
                    "its header does not start as one of Unroll's does (the command \"unroll import\" reads weights from PyTorch)");
        }
        this.header = parse(start);
        if (withChecksum) {
            verifyChecksum(start);
        }
    }

    /** Whether a file begins as those of {@link SafetensorsWriter} do, whole or damaged; false where it cannot be read. */
    public static boolean hasChecksum(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Checksum.isOn(in.readNBytes(Checksum.READ_LENGTH));
        } catch (IOException e) {
            return false;
        }
    }

    Path path() {
        return file;
    }

    /** The metadata, without the checksum, in the file's order. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    /** The tensors in the file's order. */
    public List<Entry> tensors() {
        return List.copyOf(header.tensors().values());
    }

    /** The numbers of a tensor that must be there with this shape, row-major. */
    public float[] floats(String name, int... shape) {
        Entry tensor = tensor(name, Tensor.DType.F32, shape);
        float[] numbers = new float[(int) tensor.count()];
        read(tensor, (index, count) -> piece.asFloatBuffer().get(numbers, index, count));
        return numbers;
    }

    /** Takes the numbers of a tensor one after the other. */
    @FunctionalInterface
    public interface FloatSink {
        /** @param index place in row-major order */
        void put(int index, float number);
    }

    /** Gives out the numbers of a tensor that must be there with this shape, without an array for them. */
    public void floats(String name, FloatSink sink, int... shape) {
        read(tensor(name, Tensor.DType.F32, shape), (index, count) -> {
            for (int i = 0; i < count; i++) {
                sink.put(index + i, piece.getFloat(i * Float.BYTES));
            }
        });
    }

    /** Makes sure that a tensor is there with this type and shape, so that as much may be allocated for it. */
    void require(String name, Tensor.DType dtype, int... shape) {
        tensor(name, dtype, shape);
    }

    /** The bytes of a tensor that must be there with one dimension, however long. */
    public byte[] bytes(String name) {
        Entry found = header.tensors().get(name);
        int length = found == null ? 0 : (int) Math.min(found.count(), Integer.MAX_VALUE);
        Entry tensor = tensor(name, Tensor.DType.U8, length);
        byte[] numbers = new byte[length];
        read(tensor, (index, count) -> piece.slice().get(numbers, index, count));
        return numbers;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The length field and the header, which is as long as the file can hold and the format allows. */
    private byte[] readStart() throws IOException {
        long size = channel.size();
        if (size < Long.BYTES) {
            throw damaged("it is only %s long".formatted(Wording.count(size, "byte")));
        }
        fill(0, Long.BYTES);
        long length = piece.getLong(0);
        if (length < 0 || length > SafetensorsWriter.MAX_HEADER) {
            throw damaged("its header claims to be %s bytes long".formatted(Long.toUnsignedString(length)));
        }
        if (length > size - Long.BYTES) {
            throw damaged("it is cut off inside its header");
        }
        byte[] start = new byte[Long.BYTES + (int) length];
        for (int from = 0; from < start.length; from += piece.limit()) {
            fill(from, Math.min(piece.capacity(), start.length - from));
            piece.get(start, from, piece.limit());
        }
        return start;
    }

    private SafetensorsHeader parse(byte[] start) throws IOException {
        try {
            SafetensorsHeader parsed = SafetensorsHeader.parse(file, start, Long.BYTES);
            parsed.checkPlaces(channel.size() - dataFrom);
            return parsed;
        } catch (JsonProcessingException e) {
            throw new ProblemException(Reason.DAMAGED_MODEL.with(file, "its header is not valid JSON"), e);
        }
    }

    private void verifyChecksum(byte[] start) throws IOException {
        String expected = Checksum.read(start);
        Checksum checksum = new Checksum();
        Checksum.open(start);
        checksum.update(start, start.length);
        long size = channel.size();
        for (long from = dataFrom; from < size; from += piece.limit()) {
            fill(from, (int) Math.min(piece.capacity(), size - from));
            checksum.update(piece.array(), piece.limit());
        }
        if (!checksum.digits().equals(expected)) {
            throw damaged("its content does not match its checksum");
        }
    }

    private Entry tensor(String name, Tensor.DType dtype, int... shape) {
        Entry tensor = header.tensors().get(name);
        List<Long> expected = Arrays.stream(shape).asLongStream().boxed().toList();
        if (tensor == null) {
            throw unusable("the tensor \"%s\" is missing".formatted(name));
        }
        if (tensor.dtype() != dtype) {
            throw unusable("the tensor \"%s\" holds %s, expected %s".formatted(name, tensor.dtype(), dtype));
        }
        if (!tensor.shape().equals(expected)) {
            throw unusable("the tensor \"%s\" has the shape %s, expected %s".formatted(name, tensor.shape(), expected));
        }
        if (tensor.count() > Integer.MAX_VALUE - 8) {
            throw unusable("the tensor \"%s\" is too large".formatted(name));
        }
        return tensor;
    }

    /** Takes count numbers, of which the first has this index, out of the piece. */
    @FunctionalInterface
    private interface Slice {
        void accept(int index, int count);
    }

    private void read(Entry tensor, Slice slice) {
        int bytes = tensor.dtype().bytes();
        long length = tensor.to() - tensor.from();
        try {
            for (long from = 0; from < length; from += piece.limit()) {
                fill(dataFrom + tensor.from() + from, (int) Math.min(piece.capacity(), length - from));
                slice.accept((int) (from / bytes), piece.limit() / bytes);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Fills the piece with the bytes of the file from a position on; its position is then 0, its limit the count. */
    private void fill(long from, int count) throws IOException {
        piece.clear().limit(count);
        while (piece.hasRemaining()) {
            if (channel.read(piece, from + piece.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        piece.flip();
    }

    private ProblemException damaged(String reason) {
        return Reason.DAMAGED_MODEL.exception(file, reason);
    }

    /** A refusal of what is whole but cannot be used; the reason goes into a sentence. */
    ProblemException unusable(String reason) {
        return Reason.UNUSABLE_MODEL.exception(file, reason);
    }

    private static ProblemException unreadable(Path file, IOException e) {
        return new ProblemException(Problem.ofReading(file, e), e);
    }

    /**
     * Where a tensor lies in a file.
     *
     * @param from first byte, counted from the end of the header
     * @param to byte after the last
     */
    public record Entry(String name, Tensor.DType dtype, List<Long> shape, long from, long to) {
        /** Number of numbers. */
        public long count() {
            return (to - from) / dtype.bytes();
        }
    }
}
