package unroll.ui.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleKindTest {
    @Test
    void breaksALongAnswerWhereItBegins() {
        String text = "✓ 53+61 → 114\n✗ the king of france sleeps → the King, right: the king of France\n";
        assertThat(SampleKind.ANSWERS.laidOut(text))
                .isEqualTo("✓ 53+61 → 114\n✗ the king of france sleeps\n→ the King\n= the king of France");
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
