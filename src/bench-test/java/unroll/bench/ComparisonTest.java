package unroll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final List<Comparison> ALL = Comparison.withPyTorch(new PyTorch("python3", "2.0"));

    @ParameterizedTest
    @CsvSource({
        "'', 11",
        "pytorch, 11",
        "gru, 2",
        "LSTM 2x128, 3",
        "training lstm 2×512 1-thread, 1",
        "sampling, 2",
        "sampling gru, 0"
    })
    void rowsAreChosenByTheirWords(String words, int rows) {
        assertThat(ALL.stream().filter(row -> row.matches(words))).hasSize(rows);
    }

    @Test
    void bothSidesDoTheSameWork() {
        assertThat(ALL).allSatisfy(row -> {
            assertThat(row.ours(0).work()).isEqualTo(row.theirs(0).work());
            assertThat(row.ours(0).threads()).isEqualTo(row.theirs(0).threads());
        });
    }

    @Test
    void theProgramIsToldWhatToMeasure() {
        UnrollProgram unroll = new UnrollProgram(new Build(Path.of("build")));

        assertThat(unroll.process(ALL.get(4).ours(40)).command())
                .containsSequence("bench", "--cell", "gru", "--hidden", "128", "--layers", "2")
                .containsSequence("--batch", "50", "--window", "50", "--vocabulary", "65", "--threads", "1")
                .containsSequence("--only", "training", "--steps", "40", "--warm-up", "10");
        assertThat(unroll.process(ALL.get(9).ours(0)).command())
                .containsSequence("--only", "sampling", "--characters")
                .doesNotContain("--steps");
    }
}
