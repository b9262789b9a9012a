package unroll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void anOddNumberOfFiguresHasOneInTheMiddle() {
        assertThat(Spread.of(List.of(3.0, 1.0, 100.0))).isEqualTo(new Spread(3, 1, 100));
    }

    @Test
    void anEvenNumberOfFiguresHasTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(new Spread(3, 1, 100));
    }

    @Test
    void itIsWrittenWithTwoDecimals() {
        assertThat(Spread.of(List.of(1.239, 1.0))).hasToString("1.12 (1.00–1.24)");
    }
}
