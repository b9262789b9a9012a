package unroll.checkpoint;

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
import unroll.message.Damage;
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
        byte[] start = start(file);
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
            throw Damage.FOREIGN_HEADER.exception(file);
        }
        this.header = SafetensorsHeader.parse(file, start, Long.BYTES);
        header.checkPlaces(file, channel.size() - dataFrom);
        if (withChecksum) {
            verifyChecksum(start);
        }
    }

    /** Whether a file begins as those of {@link SafetensorsWriter} do, whole or damaged; false where it cannot be read. */
    public static boolean hasChecksum(Path file) {
        try {
            return Checksum.isOn(start(file));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it is a safetensors file of another program; false where it cannot be read. */
    public static boolean isForeign(Path file) {
        try {
            byte[] start = start(file);
            return FileType.of(start).filter(FileType.SAFETENSORS::equals).isPresent() && !Checksum.isOn(start);
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileType.START_BYTES);
        }
    }

    Path path() {
        return file;
    }

    /** The metadata, without the checksum, in the file's order. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    public List<Entry> tensors() {
        return List.copyOf(header.tensors().values());
    }

    /** The numbers of a tensor that must be there with this shape, row-major. */
    public float[] floats(String name, int... shape) {
        float[] numbers = new float[(int) tensor(name, Tensor.DType.F32, shape).count()];
        floats(name, (index, number) -> numbers[index] = number, shape);
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
            throw Damage.TOO_SHORT.exception(file, Wording.count(size, "byte"));
        }
        fill(0, Long.BYTES);
        long length = piece.getLong(0);
        if (length < 0 || length > SafetensorsWriter.MAX_HEADER) {
            throw Damage.HEADER_TOO_LONG.exception(file, Long.toUnsignedString(length));
        }
        if (length > size - Long.BYTES) {
            throw Damage.HEADER_CUT_OFF.exception(file);
        }
        byte[] start = new byte[Long.BYTES + (int) length];
        for (int from = 0; from < start.length; from += piece.limit()) {
            fill(from, Math.min(piece.capacity(), start.length - from));
            piece.get(start, from, piece.limit());
        }
        return start;
    }

    private void verifyChecksum(byte[] start) throws IOException {
        String expected = Checksum.read(start);
        Checksum checksum = new Checksum();
        Checksum.open(start);
        checksum.write(start);
        long size = channel.size();
        for (long from = dataFrom; from < size; from += piece.limit()) {
            fill(from, (int) Math.min(piece.capacity(), size - from));
            checksum.write(piece.array(), 0, piece.limit());
        }
        if (!checksum.digits().equals(expected)) {
            throw Damage.OTHER_CHECKSUM.exception(file);
        }
    }

    private Entry tensor(String name, Tensor.DType dtype, int... shape) {
        Entry tensor = header.tensors().get(name);
        List<Long> expected = Arrays.stream(shape).asLongStream().boxed().toList();
        if (tensor == null) {
            throw Damage.TENSOR_MISSING.exception(file, name);
        }
        if (tensor.dtype() != dtype) {
            throw Damage.TENSOR_TYPE.exception(file, name, tensor.dtype(), dtype);
        }
        if (!tensor.shape().equals(expected)) {
            throw Damage.TENSOR_SHAPE.exception(file, name, "" + tensor.shape(), "" + expected);
        }
        if (tensor.count() > Integer.MAX_VALUE - 8) {
            throw Damage.TENSOR_TOO_LARGE.exception(file, name);
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
        public long count() {
            return (to - from) / dtype.bytes();
        }
    }
}
