package unroll.lens.xray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import unroll.corpus.Vocabulary;
import unroll.network.Network;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;
import unroll.sample.TextReader;
import unroll.task.TextWriting;

/**
 * Writes texts as {@link Generator} does, character for character, and records how each character came about.
 *
 * <p>A fork reads everything before it again, so it needs no state from then, and gives the same text every time. The random
 * numbers after it are those of the original: choose at position i what stands there, and the original comes out.
 */
public final class Xray {
    /**
     * A text and how every character of it came about. Immutable.
     *
     * @param request what was asked for
     * @param symbols the characters written, without the prime
     */
    public record XrayedText(SampleRequest request, List<DrawnSymbol> symbols) {
        public XrayedText {
            symbols = List.copyOf(symbols);
        }

        /** The indices of the characters. */
        public int[] indices() {
            return symbols.stream().mapToInt(DrawnSymbol::symbol).toArray();
        }
    }

    private final Network network;
    private final Vocabulary vocabulary;
    private final TextWriting writing;

    /**
     * @param unidirectional network and writes what it reads; read, never changed; must not be trained meanwhile
     * @param vocabulary of the network
     * @param writing how it reads what it goes on with
     */
    public Xray(Network network, Vocabulary vocabulary, TextWriting writing) {
        this.network = network;
        this.vocabulary = vocabulary;
        this.writing = writing;
    }

    /** Writes a text; an interrupt ends it early. */
    public XrayedText write(SampleRequest request) {
        return write(request, "");
    }

    /**
     * Writes a text again up to a position, takes another symbol there, and goes on.
     *
     * @param at position in what was written, from 0
     * @param symbol index to take there, whether or not the limits allow it
     * @throws IndexOutOfBoundsException where there is no such position or symbol
     */
    public XrayedText fork(XrayedText original, int at, int symbol) {
        int[] opening = Arrays.copyOf(
                original.indices(), Objects.checkIndex(at, original.symbols().size()) + 1);
        opening[at] = Objects.checkIndex(symbol, vocabulary.size());
        return write(original.request(), vocabulary.decode(opening));
    }

    private XrayedText write(SampleRequest request, String opening) {
        List<DrawnSymbol> symbols = new ArrayList<>();
        DistributionRecorder examination = new DistributionRecorder(vocabulary.size(), symbols::add);
        new Generator(vocabulary, TextReader.of(network, writing), examination).write(request, opening, text -> true);
        return new XrayedText(request, symbols);
    }
}
