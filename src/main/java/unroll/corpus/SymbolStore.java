package unroll.corpus;

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
}
