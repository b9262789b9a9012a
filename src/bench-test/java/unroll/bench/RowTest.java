package unroll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.bench.Measurement.Part;
import unroll.bench.Row.Round;

class RowTest {
    private static final Contender PEER = new PyTorch("python3", "2.0");
    private static final Work LSTM = new Work("lstm", 128, 2, 50, 50);

    private static Row row(Part part, Round... rounds) {
        return new Row(new Comparison(part, LSTM, 2, PEER, 0.9, 1.25), List.of(rounds));
    }

    /** In the second round a neighbor slowed both. The ratio of the medians would be 90 / 30 = 3. */
    @Test
    void theRatioIsTheMedianOfTheRoundsRatios() {
        Row row = row(Part.TRAINING, new Round(200, 100), new Round(20, 10), new Round(90, 30));

        assertThat(row.ratio()).isEqualTo(new Spread(2, 2, 3));
    }

    @Test
    void theTableIsMarkdown() {
        String table = Row.table(List.of(
                row(Part.TRAINING, new Round(1_234_567, 1_000_000)), row(Part.SAMPLING, new Round(1000, 4000))));

        assertThat(table.lines())
                .containsExactly(
                        "| work | threads | peer | Unroll chars/s | peer chars/s | ratio | at least | aim |",
                        "|---|--:|---|--:|--:|--:|--:|--:|",
                        "| training LSTM 2×128, batch 50, window 50 | 2 | PyTorch 2.0 | 1,234,567 | 1,000,000 | 1.23 (1.23–1.23) | 0.9 | 1.25 |",
                        "| sampling LSTM 2×128, batch 1 | 2 | PyTorch 2.0 | 1,000 | 4,000 | 0.25 (0.25–0.25) | 0.9 | 1.25 |");
    }
}
