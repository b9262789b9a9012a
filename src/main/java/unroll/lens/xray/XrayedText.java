package unroll.lens.xray;

import java.util.List;
import unroll.sample.SampleRequest;

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
