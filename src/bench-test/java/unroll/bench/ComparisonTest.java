package unroll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    @ParameterizedTest
    @CsvSource({"'', 11", "gru, 2", "LSTM 2x128, 3", "training lstm 2×512 1-thread, 1", "sampling, 2", "sampling gru, 0"
    })
    void rowsAreChosenByTheirWords(String words, int rows) {
        assertThat(Comparison.ALL.stream().filter(row -> row.matches(words))).hasSize(rows);
    }

    @Test
    void theProgramIsToldWhatToMeasure() {
        UnrollProgram unroll = new UnrollProgram(new Build(Path.of("build")));

        assertThat(unroll.process(Comparison.ALL.get(4).measurement(40)).command())
                .containsSequence("bench", "--cell", "gru", "--hidden", "128", "--layers", "2")
                .containsSequence("--batch", "50", "--window", "50", "--vocabulary", "65", "--threads", "1")
                .containsSequence("--only", "training", "--steps", "40", "--warm-up", "10");
        assertThat(unroll.process(Comparison.ALL.get(9).measurement(0)).command())
                .containsSequence("--only", "sampling", "--characters")
                .doesNotContain("--steps");
    }

    @Test
    void aPeerIsToldTheSame() {
        PythonPeer peer = new PythonPeer("JAX 0.10", Path.of("jax_peer.py"), "python3");

        assertThat(peer.process(Comparison.ALL.get(5).measurement(40)).command())
                .containsExactly("python3", "jax_peer.py", "training", "gru", "128", "2", "50", "50", "2", "40");
    }

    @Test
    void aPeerThatIsNotThereIsASentence(@TempDir Path empty) {
        assertThatThrownBy(() -> new PythonPeer("JAX", empty.resolve("jax_peer.py"), "no-such-python")
                        .measure(Comparison.ALL.get(0).measurement(1)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("\"no-such-python\" cannot be run");
    }

    /** DL4J takes five times as long, so it does a fifth; and it does LSTMs only. */
    @Test
    void aSlowPeerDoesLess() {
        Dl4j dl4j = new Dl4j(new Build(Path.of("build")));
        Measurement lstm = Comparison.ALL.get(0).measurement(100);

        assertThat(lstm.dividedBy(dl4j.slowness()).count()).isEqualTo(20);
        assertThat(lstm.dividedBy(1000).count()).isEqualTo(1);
        assertThat(Comparison.ALL.stream().filter(row -> dl4j.does(row.measurement(1))))
                .containsExactly(Comparison.ALL.get(0));
    }

    /** By hand: see WorkTest; a sampled character is the forward third of that. */
    @Test
    void samplingIsTheForwardPass() {
        Work work = new Work("lstm", 3, 1, 1, 1);

        assertThat(new Comparison(Measurement.Part.TRAINING, work, 1, 1, 1).operationsPerCharacter())
                .isEqualTo(3 * (72 + 390));
        assertThat(new Comparison(Measurement.Part.SAMPLING, work, 1, 1, 1).operationsPerCharacter())
                .isEqualTo(72 + 390);
    }
}
