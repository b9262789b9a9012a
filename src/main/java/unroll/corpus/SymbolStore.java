package unroll.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The symbols of a text as indices into its vocabulary. They are kept as numbers in their order of appearance, in strings:
 * of these Java keeps one byte a number where all are below 256, otherwise two.
 *
 * <p>The strings are many and short: one array of a gigabyte would have to be grown by copying, and arrays of a
 * megabyte or more waste up to half of the heap regions they lie in.
 */
final class SymbolStore {
    private static final int CHUNK_BITS = 14;
    /** Symbols in every chunk but the last, which may be shorter. */
    static final int CHUNK = 1 << CHUNK_BITS;
    /** Most distinct symbols. */
    static final int LIMIT = 1 << Character.SIZE;

    private static final int WITHIN = CHUNK - 1;

    private final String[] chunks;
    private final int[] indices;
    private final int length;

    /** @param indices by number */
    private SymbolStore(String[] chunks, int[] indices, int length) {
        this.chunks = chunks;
        this.indices = indices;
        this.length = length;
    }

    int length() {
        return length;
    }

    /** The index at a position, 0 to {@link #length()} − 1. */
    int symbol(int position) {
        return indices[chunks[position >>> CHUNK_BITS].charAt(position & WITHIN)];
    }

    /**
     * The same symbols under other indices, in the memory of these.
     *
     * @param others by index
     */
    SymbolStore translated(int[] others) {
        return new SymbolStore(
                chunks, Arrays.stream(indices).map(index -> others[index]).toArray(), length);
    }

    /** Takes symbols while a text is being read, by their numbers. */
    static final class Builder {
        private final List<String> chunks = new ArrayList<>();
        private final char[] chunk = new char[CHUNK];
        private int fill;

        void add(int number) {
            chunk[fill++] = (char) number;
            if (fill == CHUNK) {
                endChunk();
            }
        }

        private void endChunk() {
            chunks.add(new String(chunk, 0, fill));
            fill = 0;
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
                int stop = Math.min(end, at + CHUNK - fill);
                int reached = fill(bytes, at, stop, numbers);
                fill += reached - at;
                if (fill == CHUNK) {
                    endChunk();
                }
                at = reached;
                if (reached < stop) {
                    break;
                }
            }
            return at;
        }

        private int fill(byte[] bytes, int from, int stop, int[] numbers) {
            char[] into = chunk;
            int shift = fill - from;
            int at = from;
            while (at < stop && bytes[at] >= 0 && numbers[bytes[at]] >= 0) {
                into[at + shift] = (char) numbers[bytes[at]];
                at++;
            }
            return at;
        }

        long length() {
            return (long) chunks.size() * CHUNK + fill;
        }

        /** How often a number occurs so far. */
        long count(int number) {
            return Stream.concat(chunks.stream(), Stream.of(new String(chunk, 0, fill)))
                    .flatMapToInt(String::chars)
                    .filter(one -> one == number)
                    .count();
        }

        /** Lets go of everything. */
        void clear() {
            chunks.clear();
            fill = 0;
        }

        /**
         * The finished store; this buffer is of no use afterwards.
         *
         * @param indices the index that belongs to each number
         * @param frequencies how often each index occurs: is added up here
         */
        SymbolStore finish(int[] indices, long[] frequencies) {
            int length = Math.toIntExact(length());
            endChunk();
            for (String done : chunks) {
                done.getChars(0, done.length(), chunk, 0);
                for (int i = 0; i < done.length(); i++) {
                    frequencies[indices[chunk[i]]]++;
                }
            }
            return new SymbolStore(chunks.toArray(String[]::new), indices, length);
        }
    }
}
