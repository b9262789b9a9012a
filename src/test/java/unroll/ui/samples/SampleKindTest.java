package unroll.ui.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.corpus.RealWords;
import unroll.train.LiveAnswer;
import unroll.train.TrainingEvent.Sampled;

class SampleKindTest {
    private static final LiveAnswer RIGHT = new LiveAnswer("the bell", "the Bell", "the Bell", true);
    private static final LiveAnswer WRONG = new LiveAnswer("5+7", "11", "12", false);

    private static String laidOut(LiveAnswer... answers) {
        return SampleKind.laidOut(new Sampled(1, 1, "the lines", List.of(answers), RealWords.NONE));
    }

    @Test
    void breaksALongAnswerWhereItBegins() {
        LiveAnswer longer = new LiveAnswer("the king of france sleeps", "the King", "the king of France", false);
        assertThat(laidOut(RIGHT, longer))
                .isEqualTo(
                        "the bell\nthe Bell  ✓\n\nthe king of france sleeps\nthe King  ✗\nthe king of France  right");
        assertThat(laidOut(new LiveAnswer("de", "a name → that is quite long indeed, right: and more", null, true)))
                .isEqualTo("de\na name → that is quite long indeed, right: and more");
    }

    @Test
    void leavesShortAnswersOnTheirLines() {
        assertThat(laidOut(RIGHT, WRONG)).isEqualTo("✓ the bell → the Bell\n✗ 5+7 → 11, right: 12");
    }

    @Test
    void leavesATextAsItIs() {
        assertThat(SampleKind.laidOut(new Sampled(1, 1, "a → b, right: c\n"))).isEqualTo("a → b, right: c\n");
    }

    @Test
    void countsWhatIsNewer() {
        assertThat(SampleKind.TEXTS.newer(1)).isEqualTo("1 newer sample");
        assertThat(SampleKind.TEXTS.newer(3)).isEqualTo("3 newer samples");
        assertThat(SampleKind.ANSWERS.newer(3)).isEqualTo("3 newer sets of answers");
    }
}
