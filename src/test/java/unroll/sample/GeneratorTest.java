package unroll.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import unroll.corpus.Vocabulary;
import unroll.message.ProblemException;

class GeneratorTest {
    private final StringBuilder read = new StringBuilder();

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private static Vocabulary vocabulary(String symbols) {
        return new Vocabulary(symbols.codePoints().toArray());
    }

    /** A network that says the alphabet: after each symbol comes the next one of the vocabulary, after the last the first. */
    private Generator alphabet(Vocabulary vocabulary) {
        return new Generator(vocabulary, symbol -> {
            read.appendCodePoint(vocabulary.codePoint(symbol));
            float[] logits = new float[vocabulary.size()];
            logits[(symbol + 1) % logits.length] = 50;
            return logits;
        });
    }

    private static SampleRequest request(String prime, int length, String stop) {
        return new SampleRequest(prime, length, stop, SamplingSettings.DEFAULT, 1);
    }

    private static String write(Generator generator, SampleRequest request) {
        return generator.write(request, symbol -> true);
    }

    @Test
    void readsThePrimeAndGoesOn() {
        Generator generator = alphabet(vocabulary("abcdefg"));
        assertThat(write(generator, request("ab", 4, ""))).isEqualTo("cdef");
        assertThat(read).as("the last symbol need not be read").hasToString("abcde");
    }

    @Test
    void theListenerHearsSymbolBySymbol() {
        List<String> received = new ArrayList<>();
        String written = alphabet(vocabulary("a\uD83D\uDE00\u4E2D")).write(request("a", 5, ""), received::add);
        assertThat(written).isEqualTo("\u4E2D\uD83D\uDE00a\u4E2D\uD83D\uDE00");
        assertThat(received).containsExactly("\u4E2D", "\uD83D\uDE00", "a", "\u4E2D", "\uD83D\uDE00");
    }

    @Test
    void endsWithTheStopText() {
        assertThat(write(alphabet(vocabulary("abcdefg")), request("a", 100, "ef")))
                .isEqualTo("bcdef");
    }

    @Test
    void theStopTextIsNotLookedForInThePrime() {
        Generator generator = alphabet(vocabulary("abcd"));
        assertThat(write(generator, request("abc", 100, "bc"))).isEqualTo("dabc");
        assertThat(write(generator, request("abc", 100, "cd")))
                .as("not across the border either")
                .isEqualTo("dabcd");
    }

    @Test
    void theListenerCanStopIt() {
        StringBuilder received = new StringBuilder();
        String written = alphabet(vocabulary("abcd")).write(request("a", 100, ""), symbol -> {
            received.append(symbol);
            return received.length() < 3;
        });
        assertThat(written).isEqualTo("bcd").isEqualTo(received.toString());
    }

    @Test
    void anInterruptStopsItAndStays() {
        String written = alphabet(vocabulary("abcd")).write(request("a", 100, ""), symbol -> {
            Thread.currentThread().interrupt();
            return true;
        });
        assertThat(written).isEqualTo("b");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void anOpeningIsWrittenAndReadAsIfItHadBeenDrawn() {
        StringBuilder received = new StringBuilder();
        String written = alphabet(vocabulary("abcdefg")).write(request("a", 5, ""), "f", symbol -> {
            received.append(symbol);
            return true;
        });
        assertThat(written).isEqualTo("fgabc").isEqualTo(received.toString());
        assertThat(read).hasToString("afgab");
    }

    @Test
    void anOpeningEndsWhereTheTextWouldHaveEnded() {
        assertThat(alphabet(vocabulary("abcdefg")).write(request("a", 3, ""), "gfedc", symbol -> true))
                .isEqualTo("gfe");
        assertThat(alphabet(vocabulary("abcdefg")).write(request("a", 9, "fe"), "gfedc", symbol -> true))
                .isEqualTo("gfe");
    }

    @Test
    void namesUnknownSymbolsOfTheOpening() {
        Generator generator = alphabet(vocabulary("ab"));
        assertThatThrownBy(() -> generator.write(request("a", 9, ""), "abx", symbol -> true))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the opening");
    }

    @Test
    void anEmptyPrimeStartsAfterALineEnd() {
        assertThat(write(alphabet(vocabulary("\n ab")), request("", 1, ""))).isEqualTo(" ");
        assertThat(read).hasToString("\n");
    }

    @Test
    void withoutLineEndsItStartsAfterASpace() {
        assertThat(write(alphabet(vocabulary(" ab!")), request("", 1, ""))).isEqualTo("!");
        assertThat(read).hasToString(" ");
    }

    @Test
    void withNeitherItStartsAfterTheFirstSymbol() {
        assertThat(write(alphabet(vocabulary("gact")), request("", 1, ""))).isEqualTo("c");
        assertThat(read).hasToString("a");
    }

    @Test
    void namesUnknownSymbolsOfThePrime() {
        assertUnknown(
                request("a\u20ACb\u00E9\u20AC", 1, ""),
                "The model has never seen \"\u20AC\" and \"\u00E9\"; remove them from the prime, or train on a text that has them.");
    }

    @Test
    void namesOneUnknownSymbolOfTheStopText() {
        assertUnknown(
                request("a", 1, "\t"),
                "The model has never seen tab; remove it from the stop text, or train on a text" + " that has it.");
    }

    @Test
    void namesAFewOfManyUnknownSymbols() {
        assertUnknown(
                request("0123456789", 1, ""),
                "The model has never seen \"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\" and 2 more symbols; remove them"
                        + " from the prime, or train on a text that has them.");
    }

    private void assertUnknown(SampleRequest request, String sentence) {
        assertThatThrownBy(() -> write(alphabet(vocabulary("ab")), request))
                .isInstanceOf(ProblemException.class)
                .hasMessage(sentence);
        assertThat(read).as("nothing was read").isEmpty();
    }

    @Test
    void theSeedDecidesTheText() {
        Vocabulary vocabulary = vocabulary("abcdefgh");
        Generator flat = new Generator(vocabulary, symbol -> new float[8]);
        SampleRequest one = new SampleRequest("a", 50, "", SamplingSettings.DEFAULT, 7);
        SampleRequest other = new SampleRequest("a", 50, "", SamplingSettings.DEFAULT, 8);
        assertThat(write(flat, one)).isEqualTo(write(flat, one)).isNotEqualTo(write(flat, other));
    }
}
