package unroll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unroll.bench.Contender.Speed;
import unroll.bench.Measurement.Part;

class RowTest {
    private static final Work LSTM = new Work("lstm", 128, 2, 50, 50);

    private static Row row(Part part, List<Speed> unroll, Map<String, List<Speed>> peers) {
        return new Row(new Comparison(part, LSTM, 2, 0.9, 1.25), unroll, peers);
    }

    private static List<Speed> speeds(double... speeds) {
        return Arrays.stream(speeds).mapToObj(speed -> new Speed(speed, "")).toList();
    }

    /** In the second round a neighbor slowed both. The ratio of the medians would be 90 / 30 = 3. */
    @Test
    void theRatioIsTheMedianOfTheRoundsRatios() {
        Row row = row(Part.TRAINING, speeds(200, 20, 90), Map.of());

        assertThat(row.ratioTo(speeds(100, 10, 30))).isEqualTo(new Spread(2, 2, 3));
    }

    /** One character of training costs 3 · (3 · 2·4·128² + 2·65·128) operations, and there are two cores. */
    @Test
    void theShareOfThePeakIsThatOfTheProducts() {
        Row row = row(Part.TRAINING, speeds(10_000, 20_000, 50_000), Map.of());

        assertThat(row.shareOf(100)).isEqualTo(20_000.0 * 3 * (393_216 + 16_640) / 200e9, within(1e-9));
    }

    @Test
    void theTableIsMarkdownWithAColumnForEachPeer() {
        Map<String, List<Speed>> both = new LinkedHashMap<>();
        both.put("PyTorch 2.0", speeds(1_000_000));
        both.put("JAX 0.10", List.of(new Speed(500_000, "jit")));
        Row ahead = row(Part.TRAINING, speeds(1_234_567), both);
        Row behind = row(Part.SAMPLING, speeds(1000), Map.of("JAX 0.10", speeds(4000)));
        Row alone = row(Part.SAMPLING, speeds(1000), Map.of());

        assertThat(Row.table(List.of(ahead, behind, alone), List.of("PyTorch 2.0", "JAX 0.10"), 1e5)
                        .lines())
                .containsExactly(
                        "| work | threads | Unroll | share of peak | PyTorch 2.0 | JAX 0.10 | ratio to the fastest | at least | aim |",
                        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
                        "| training LSTM 2×128, batch 50, window 50 | 2 | 1,234,567 | 0.01 | 1,000,000 | 500,000 | 1.23 (1.23–1.23), ahead of PyTorch 2.0 | 0.9 | 1.25 |",
                        "| sampling LSTM 2×128, batch 1 | 2 | 1,000 | 0.00 |  | 4,000 | 0.25 (0.25–0.25), **behind JAX 0.10** | 0.9 | 1.25 |",
                        "| sampling LSTM 2×128, batch 1 | 2 | 1,000 | 0.00 |  |  |  | 0.9 | 1.25 |");
        assertThat(Row.variants(List.of(ahead, behind)).lines())
                .containsExactly("- JAX 0.10, training LSTM 2×128, batch 50, window 50: jit.");
    }
}
