package unroll.ui.lens.xray;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.corpus.Vocabulary;
import unroll.lens.xray.CopiedPassage;
import unroll.lens.xray.DrawnSymbol;
import unroll.lens.xray.Xray;
import unroll.lens.xray.Xray.XrayedText;
import unroll.message.Formats;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Symbols;
import unroll.sample.SampleRequest;
import unroll.session.model.ModelSnapshot;
import unroll.task.TextWriting;
import unroll.ui.lens.Shading;

/**
 * A text that was written, and what can write it on.
 *
 * @param trained updates of the network when it was taken
 */
record GeneratedText(Xray xray, Vocabulary vocabulary, XrayedText text, long trained) {
    /**
     * Writes a text with a model.
     *
     * @throws ProblemException where it does not write texts
     */
    static GeneratedText by(ModelSnapshot model, SampleRequest request) {
        TextWriting writing = model.task().writing().orElseThrow(() -> Reason.NOTHING_TO_XRAY.exception());
        Vocabulary vocabulary = model.layout().alphabets().input().vocabulary();
        Xray xray = new Xray(model.network(), vocabulary, writing);
        return new GeneratedText(xray, vocabulary, xray.write(request), model.step());
    }

    /** The same text up to a place, and on from there with another choice. */
    GeneratedText fork(int at, int symbol) {
        return new GeneratedText(xray, vocabulary, xray.fork(text, at, symbol), trained);
    }

    /** Characters of the prime. */
    int primeLength() {
        return text.request().prime().codePointCount(0, text.request().prime().length());
    }

    /** What was written, without the prime. */
    String words() {
        return vocabulary.decode(text.indices());
    }

    DrawnSymbol drawn(int index) {
        return text.symbols().get(index);
    }

    /** Prime and text, the unlikely characters colored. */
    Shading shading(Optional<CopiedPassage> copied) {
        int prime = primeLength();
        int[] whole = (text.request().prime() + words()).codePoints().toArray();
        float[] shades = new float[whole.length];
        for (int i = 0; i < whole.length; i++) {
            shades[i] = i < prime
                    ? Float.NaN
                    : Shading.ofSurprise(Formats.bits(-Math.log(drawn(i - prime).probability())));
        }
        BitSet underlined = new BitSet();
        copied.ifPresent(match -> IntStream.range(match.from(), match.to()).forEach(i -> underlined.set(prime + i)));
        return new Shading(whole, shades, Shading.ShadingScale.SEQUENTIAL, underlined);
    }

    /** How a character of prime and text was drawn, in a line. */
    String reading(int index) {
        int place = index - primeLength();
        if (place < 0) {
            return "the prime: given, not drawn";
        }
        DrawnSymbol drawn = drawn(place);
        return String.format(
                Locale.ROOT,
                "%s: p = %s, rank %,d, entropy %.2f nats",
                Symbols.visible(vocabulary.codePoint(drawn.symbol())),
                Formats.number(drawn.probability()),
                drawn.rank(),
                drawn.entropy());
    }
}
