package unroll.lens.xray;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.lens.xray.DrawnSymbol.LimitEffect;
import unroll.sample.DrawObserver;
import unroll.sample.SamplingSettings;

class DrawnSymbolTest {
    private static final SamplingSettings SETTINGS = new SamplingSettings(0.8, 5, 0.9, 0.05, 1.2, false);

    private static String sentence(DrawObserver.LimitKind kind, int removed, double share) {
        return new LimitEffect(kind, removed, share, share).sentence(SETTINGS);
    }

    @Test
    void saysWhatWasRemoved() {
        assertThat(sentence(DrawObserver.LimitKind.TOP_K, 41, 0.124))
                .isEqualTo("Top-k 5: removed 41 symbols that had 12 % together.");
        assertThat(sentence(DrawObserver.LimitKind.TOP_P, 1, 0.031))
                .isEqualTo("Top-p 0.9: removed 1 symbol that had 3.1 %.");
        assertThat(sentence(DrawObserver.LimitKind.MIN_P, 0, 0)).isEqualTo("Min-p 0.05: removed nothing here.");
    }

    @Test
    void saysWhatWasMoved() {
        assertThat(sentence(DrawObserver.LimitKind.TEMPERATURE, 0, 0.0004))
                .isEqualTo("Temperature 0.8: shifted less than 0.1 % of the probability to likelier symbols.");
        assertThat(sentence(DrawObserver.LimitKind.REPETITION_PENALTY, 0, 0.2))
                .isEqualTo("Repetition penalty 1.2: took 20 % from symbols written a moment ago.");
        assertThat(sentence(DrawObserver.LimitKind.REPETITION_PENALTY, 0, 0))
                .isEqualTo("Repetition penalty 1.2: had nothing to punish yet.");
        assertThat(sentence(DrawObserver.LimitKind.GREEDY, 60, 0.7))
                .isEqualTo("Greedy: only the likeliest symbol was left; the others had 70 %.");
    }

    @Test
    void knowsWhichWayATemperatureMoves() {
        LimitEffect effect = new LimitEffect(DrawObserver.LimitKind.TEMPERATURE, 0, 0, 0.1);

        assertThat(effect.sentence(SETTINGS.withTemperature(1.5)))
                .isEqualTo("Temperature 1.5: shifted 10 % of the probability to less likely symbols.");
        assertThat(effect.sentence(SETTINGS.withTemperature(1))).endsWith("left everything as it was.");
    }
}
