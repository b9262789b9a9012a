package unroll.task.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.task.AlphabetEntry;
import unroll.task.InputOutput;
import unroll.task.Matcher;
import unroll.task.Tasks;

class EmbeddedReberTest {
    /** Reber's grammar once more, as a regular expression. */
    private static final Pattern REBER = Pattern.compile("B(TS*(X(XT*V(PXT*V)*(V|PS)|S))|PT*V(PXT*V)*(V|PS))E");

    @Test
    void stringsBelongToTheGrammar() {
        List<InputOutput> pairs = ExampleFixtures.pairs("reber");

        assertThat(pairs).hasSize(1_000);
        for (InputOutput pair : pairs) {
            String string = pair.input() + "E";
            assertThat(pair.output()).isEqualTo(string.substring(1));
            assertThat(string).startsWith("B").hasSizeLessThanOrEqualTo(40);
            assertThat(string.charAt(1))
                    .as(string)
                    .isEqualTo(string.charAt(string.length() - 2))
                    .isIn('T', 'P');
            assertThat(string.substring(2, string.length() - 2)).matches(REBER);
        }
    }

    @Test
    void bothSecondSymbolsOccurAboutEquallyOften() {
        long withT = ExampleFixtures.pairs("reber").stream()
                .filter(pair -> pair.input().charAt(1) == 'T')
                .count();

        assertThat(withT).isBetween(450L, 550L);
    }

    @ParameterizedTest
    @CsvSource({
        "B, PT",
        "BT, B",
        "BTB, PT",
        "BTBT, SX",
        "BTBTS, SX",
        "BTBTX, SX",
        "BTBTXX, TV",
        "BTBTXXT, TV",
        "BTBTXXV, PV",
        "BTBTXXVP, SX",
        "BTBTXS, E",
        "BTBP, TV",
        "BTBPV, PV",
        "BTBPVV, E",
        "BTBPVVE, T",
        "BPBPVVE, P",
        "BPBPVVEP, E"
    })
    void theGrammarNamesWhatMayComeNext(String beginning, String symbols) {
        assertThat(EmbeddedReber.next(beginning)).containsExactlyInAnyOrder(symbols.split(""));
    }

    @Test
    void whatTheGrammarAllowsIsRightAndTheSymbolBeforeTheLastMustBeRemembered() {
        Matcher matcher = Tasks.named("reber").matcher();
        InputOutput pair = new InputOutput("BTBPVVET", "TBPVVETE");

        assertThat(matcher.accepts(pair, 0, symbol('T'), symbol('P')))
                .as("both allowed")
                .isTrue();
        assertThat(matcher.accepts(pair, 0, symbol('T'), symbol('B'))).isFalse();
        assertThat(matcher.accepts(pair, 6, symbol('T'), symbol('T'))).isTrue();
        assertThat(matcher.accepts(pair, 6, symbol('T'), symbol('P')))
                .as("the other one")
                .isFalse();
        assertThat(matcher.accepts(pair, 7, symbol('E'), symbol('E'))).isTrue();
    }

    private static AlphabetEntry symbol(char character) {
        return AlphabetEntry.character(character);
    }
}
