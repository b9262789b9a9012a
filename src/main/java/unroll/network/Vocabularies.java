package unroll.network;

/**
 * How many different symbols a network reads and how many it gives: the same ones where it writes on what it reads, others
 * where it names a language or reads a label.
 *
 * @param source symbols that an encoder reads before; 0 where there is no encoder
 * @param inputs symbols it reads; at least 1
 * @param outputs symbols it tells apart at the output; at least 2
 */
public record Vocabularies(int source, int inputs, int outputs) {
    public Vocabularies {
        NetworkSpec.require(source >= 0, "An encoder reads at least 1 symbol, or 0 for no encoder; got %d.", source);
        NetworkSpec.require(outputs >= 2, "A network needs at least 2 symbols; got %d.", outputs);
        NetworkSpec.require(inputs >= 1, "A network needs at least 1 symbol to read; got %d.", inputs);
    }

    /** Without an encoder. */
    public Vocabularies(int inputs, int outputs) {
        this(0, inputs, outputs);
    }

    /** The same V symbols at both ends. */
    public static Vocabularies same(int vocabulary) {
        return new Vocabularies(vocabulary, vocabulary);
    }
}
