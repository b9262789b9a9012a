package unroll.network;

/**
 * How many different symbols a network reads and how many it gives: the same ones where it writes on what it reads, others
 * where it names a language or reads a label.
 *
 * @param inputs symbols it reads; at least 1
 * @param outputs symbols it tells apart at the output; at least 2
 */
public record Vocabularies(int inputs, int outputs) {
    public Vocabularies {
        NetworkSpec.require(outputs >= 2, "A network needs at least 2 symbols; got %d.", outputs);
        NetworkSpec.require(inputs >= 1, "A network needs at least 1 symbol to read; got %d.", inputs);
    }

    /** The same V symbols at both ends. */
    public static Vocabularies same(int vocabulary) {
        return new Vocabularies(vocabulary, vocabulary);
    }
}
