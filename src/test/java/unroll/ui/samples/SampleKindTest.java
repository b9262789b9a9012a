package unroll.ui.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleKindTest {
    @Test
    void breaksALongAnswerWhereItBegins() {
        String text = "✓ the bell → the Bell\n✗ the king of france sleeps → the King, right: the king of France\n";
        assertThat(SampleKind.ANSWERS.laidOut(text))
                .isEqualTo(
                        "the bell\nthe Bell  ✓\n\nthe king of france sleeps\nthe King  ✗\nthe king of France  right");
        assertThat(SampleKind.ANSWERS.laidOut("de → a name that is quite long indeed, and more\n"))
                .isEqualTo("de\na name that is quite long indeed, and more");
    }

    @Test
    void leavesShortAnswersOnTheirLines() {
        String text = "✓ 53+61 → 114\n✗ 5+7 → 11, right: 12\n";
        assertThat(SampleKind.ANSWERS.laidOut(text)).isEqualTo(text.strip());
    }

    @Test
    void leavesATextAsItIs() {
        assertThat(SampleKind.TEXTS.laidOut("a → b, right: c\n")).isEqualTo("a → b, right: c\n");
    }

    @Test
    void countsWhatIsNewer() {
        assertThat(SampleKind.TEXTS.newer(1)).isEqualTo("1 newer sample");
        assertThat(SampleKind.TEXTS.newer(3)).isEqualTo("3 newer samples");
        assertThat(SampleKind.ANSWERS.newer(3)).isEqualTo("3 newer sets of answers");
    }
}
