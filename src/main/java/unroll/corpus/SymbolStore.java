package unroll.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The symbols of a text as indices into its vocabulary: one byte each where 256 indices are enough, two bytes otherwise.
 *
 * <p>They lie in many small arrays: one array of a gigabyte would have to be grown by copying, and arrays of a
 * megabyte or more waste up to half of the heap regions they lie in.
 */
abstract class SymbolStore {
    static final int CHUNK_BITS = 14;
    /** Symbols in every chunk but the last, which may be shorter. */
    static final int CHUNK = 1 << CHUNK_BITS;
    /** Most distinct symbols that one byte can tell apart. */
    static final int NARROW_LIMIT = 1 << Byte.SIZE;
    /** Most distinct symbols that two bytes can tell apart. */
    static final int WIDE_LIMIT = 1 << Character.SIZE;

    private static final int WITHIN = CHUNK - 1;

    private final int length;

    private SymbolStore(int length) {
        this.length = length;
    }

    final int length() {
        return length;
    }

    /** The index at a position, 0 to {@link #length()} − 1. */
    abstract int symbol(int position);

    /** Memory a symbol takes: 1 or 2. */
    abstract int bytesPerSymbol();

    /** One byte a symbol. */
    static final class Narrow extends SymbolStore {
        private final byte[][] chunks;

        Narrow(byte[][] chunks, int length) {
            super(length);
            this.chunks = chunks;
        }

        @Override
        int symbol(int position) {
            return chunks[position >>> CHUNK_BITS][position & WITHIN] & 0xFF;
        }

        @Override
        int bytesPerSymbol() {
            return Byte.BYTES;
        }
    }

    /** Two bytes a symbol. */
    static final class Wide extends SymbolStore {
        private final char[][] chunks;

        Wide(char[][] chunks, int length) {
            super(length);
            this.chunks = chunks;
        }

        @Override
        int symbol(int position) {
            return chunks[position >>> CHUNK_BITS][position & WITHIN];
        }

        @Override
        int bytesPerSymbol() {
            return Character.BYTES;
        }
    }

    /** Another store's symbols under other indices; it takes no memory of its own. */
    static final class Translated extends SymbolStore {
        private final SymbolStore origin;
        private final int[] indices;

        /** @param indices by the origin's index */
        Translated(SymbolStore origin, int[] indices) {
            super(origin.length());
            this.origin = origin;
            this.indices = indices;
        }

        @Override
        int symbol(int position) {
            return indices[origin.symbol(position)];
        }

        @Override
        int bytesPerSymbol() {
            return origin.bytesPerSymbol();
        }
    }

    /**
     * Takes symbols while a text is being read, under provisional numbers in their order of appearance, and renumbers them
     * in place at the end. Chunks are one byte a symbol until number 256 appears and two bytes from there on, so that
     * reading never holds more than the finished store and one chunk.
     */
    static final class Builder {
        private final List<byte[]> narrowChunks = new ArrayList<>();
        private final List<char[]> wideChunks = new ArrayList<>();
        private byte[] narrow = {};
        private char[] wide = {};
        private boolean widened;
        private int fill = CHUNK;

        void add(int number) {
            if (fill == CHUNK) {
                startChunk();
            }
            if (!widened && number >= NARROW_LIMIT) {
                widen();
            }
            if (widened) {
                wide[fill++] = (char) number;
            } else {
                narrow[fill++] = (byte) number;
            }
        }

        /**
         * Adds ASCII characters as long as their numbers are known.
         *
         * @param numbers the number of each character, negative where it has none
         * @return where it stopped: at {@code end}, or at the first byte that is not ASCII or has no number
         */
        int addAscii(byte[] bytes, int from, int end, int[] numbers) {
            int at = from;
            while (at < end) {
                if (fill == CHUNK) {
                    startChunk();
                }
                int stop = Math.min(end, at + CHUNK - fill);
                int reached = widened ? fillWide(bytes, at, stop, numbers) : fillNarrow(bytes, at, stop, numbers);
                fill += reached - at;
                at = reached;
                if (reached < stop) {
                    break;
                }
            }
            return at;
        }

        private int fillNarrow(byte[] bytes, int from, int stop, int[] numbers) {
            byte[] chunk = narrow;
            int shift = fill - from;
            int at = from;
            while (at < stop && bytes[at] >= 0 && numbers[bytes[at]] >= 0) {
                chunk[at + shift] = (byte) numbers[bytes[at]];
                at++;
            }
            return at;
        }

        private int fillWide(byte[] bytes, int from, int stop, int[] numbers) {
            char[] chunk = wide;
            int shift = fill - from;
            int at = from;
            while (at < stop && bytes[at] >= 0 && numbers[bytes[at]] >= 0) {
                chunk[at + shift] = (char) numbers[bytes[at]];
                at++;
            }
            return at;
        }

        long length() {
            long chunks = narrowChunks.size() + wideChunks.size();
            return chunks * CHUNK - (CHUNK - fill);
        }

        /** How often a provisional number occurs so far. */
        long count(int number) {
            long count = 0;
            for (byte[] chunk : narrowChunks) {
                int end = chunk == narrow ? fill : chunk.length;
                for (int i = 0; i < end; i++) {
                    count += (chunk[i] & 0xFF) == number ? 1 : 0;
                }
            }
            for (char[] chunk : wideChunks) {
                int end = chunk == wide ? fill : chunk.length;
                for (int i = 0; i < end; i++) {
                    count += chunk[i] == number ? 1 : 0;
                }
            }
            return count;
        }

        /** Lets go of everything. */
        void clear() {
            narrowChunks.clear();
            wideChunks.clear();
            narrow = new byte[0];
            wide = new char[0];
            widened = false;
            fill = CHUNK;
        }

        /**
         * The finished store; this buffer is of no use afterwards.
         *
         * @param indices the index that belongs to each provisional number
         * @param frequencies how often each index occurs: is added up here
         */
        SymbolStore finish(int[] indices, long[] frequencies) {
            trimLastChunk();
            int length = Math.toIntExact(length());
            if (widened) {
                return new Wide(finishWide(indices, frequencies), length);
            }
            for (byte[] chunk : narrowChunks) {
                renumber(chunk, indices, frequencies);
            }
            return new Narrow(narrowChunks.toArray(byte[][]::new), length);
        }

        private void startChunk() {
            if (widened) {
                wide = new char[CHUNK];
                wideChunks.add(wide);
            } else {
                narrow = new byte[CHUNK];
                narrowChunks.add(narrow);
            }
            fill = 0;
        }

        /** Only the chunk being filled changes its form now; the full ones do so at the end, one after the other. */
        private void widen() {
            narrowChunks.remove(narrowChunks.size() - 1);
            wide = new char[CHUNK];
            for (int i = 0; i < fill; i++) {
                wide[i] = (char) (narrow[i] & 0xFF);
            }
            wideChunks.add(wide);
            narrow = new byte[0];
            widened = true;
        }

        private void trimLastChunk() {
            if (widened) {
                wideChunks.set(wideChunks.size() - 1, Arrays.copyOf(wide, fill));
            } else if (!narrowChunks.isEmpty()) {
                narrowChunks.set(narrowChunks.size() - 1, Arrays.copyOf(narrow, fill));
            }
        }

        private char[][] finishWide(int[] indices, long[] frequencies) {
            char[][] chunks = new char[narrowChunks.size() + wideChunks.size()][];
            int next = 0;
            for (int i = 0; i < narrowChunks.size(); i++) {
                chunks[next++] = renumberAndWiden(narrowChunks.set(i, narrow), indices, frequencies);
            }
            for (char[] chunk : wideChunks) {
                renumber(chunk, indices, frequencies);
                chunks[next++] = chunk;
            }
            return chunks;
        }

        private static void renumber(byte[] chunk, int[] indices, long[] frequencies) {
            for (int i = 0; i < chunk.length; i++) {
                int index = indices[chunk[i] & 0xFF];
                frequencies[index]++;
                chunk[i] = (byte) index;
            }
        }

        private static void renumber(char[] chunk, int[] indices, long[] frequencies) {
            for (int i = 0; i < chunk.length; i++) {
                int index = indices[chunk[i]];
                frequencies[index]++;
                chunk[i] = (char) index;
            }
        }

        private static char[] renumberAndWiden(byte[] chunk, int[] indices, long[] frequencies) {
            char[] widened = new char[chunk.length];
            for (int i = 0; i < chunk.length; i++) {
                int index = indices[chunk[i] & 0xFF];
                frequencies[index]++;
                widened[i] = (char) index;
            }
            return widened;
        }
    }
}
