package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.message.ProblemException;
import unroll.network.Capacity;
import unroll.network.NetworkSpec;
import unroll.train.MemoryEstimate.Machine;

class MemoryEstimateTest {
    private static final long GB = 1_000_000_000;

    /** The defaults' window and batch. */
    private static final Capacity DEFAULT = new Capacity(50, 50);

    /**
     * Counted by hand for V = 3, n_a = 2, 5 steps of 7 columns, 35 places. Elman, one layer, Adam: 21 weights, of which
     * Wax has 6; the tape 35·2·(1 + 1 + 0), logits 35·3, weights 21·(4 + 2 + 2·3), a table and sums by symbol 2·6,
     * weights to write samples with 15; matrices 35·2·3, logits again, 2·15, packed 2·4. LSTM, two layers, Adam: 97 weights of which Wax has 24; units 140.
     */
    @ParameterizedTest
    @CsvSource({
        // cell, layers, dropout, optimizer, floats on the heap, floats off it
        "elman, 1, 0,   ADAM,    524,  353",
        "elman, 1, 0,   RMSPROP, 461,  353",
        "lstm,  2, 0,   ADAM,    2370, 1155",
        "lstm,  2, 0.5, ADAM,    2510, 1225",
        "gru,   1, 0,   ADAGRAD, 955,  607",
    })
    void countsByHand(
            String cell, int layers, double dropout, OptimizerSpec.OptimizerKind optimizer, long heap, long offHeap) {
        NetworkSpec spec = new NetworkSpec(cell, 3, 2, layers, dropout);
        MemoryEstimate need = MemoryEstimate.of(
                spec,
                TrainingConfig.PLAIN.with(change -> change.optimizer = OptimizerSpec.of(optimizer)),
                new Capacity(5, 7));
        assertThat(need.heap()).isEqualTo(4 * heap);
        assertThat(need.offHeap()).isEqualTo(4 * offHeap);
        assertThat(need.total()).isEqualTo(4 * (heap + offHeap));
    }

    @Test
    void countsAnAverageOfTheWeightsAsTheMomentThatItIs() {
        NetworkSpec spec = new NetworkSpec("gru", 3, 2, 1, 0);
        Capacity capacity = new Capacity(5, 7);
        TrainingConfig averaged = TrainingConfig.PLAIN.with(change -> change.weightAverage = 0.99);
        long more = MemoryEstimate.of(spec, averaged, capacity).heap()
                - MemoryEstimate.of(spec, TrainingConfig.PLAIN, capacity).heap();
        assertThat(more).as("once in training, twice saved").isEqualTo(4 * 3 * spec.parameters());
    }

    @Test
    void refusesWithWhatToLower() {
        NetworkSpec spec = new NetworkSpec("lstm", 65, 1024, 2, 0);
        Capacity capacity = new Capacity(512, 512);
        Machine machine = new Machine(4 * GB, 16 * GB);
        assertThatThrownBy(() -> MemoryEstimate.requireFit(spec, TrainingConfig.PLAIN, capacity, machine))
                .isInstanceOf(ProblemException.class)
                .hasMessageMatching(
                        "Training needs about 28\\.9 GB of memory, but this computer has 7\\.2 GB for it; choose a batch of at most \\d+\\.");
    }

    @Test
    void theBatchItAdvisesIsTheLargestThatFits() {
        NetworkSpec spec = new NetworkSpec("gru", 65, 512, 1, 0);
        Machine machine = new Machine(GB, 4 * GB);
        String sentence = refusal(spec, new Capacity(1000, 4096), machine);
        int batch = Integer.parseInt(sentence.replaceAll(".*a batch of at most (\\d+).*", "$1"));
        assertThatCode(() -> MemoryEstimate.requireFit(spec, TrainingConfig.PLAIN, new Capacity(1000, batch), machine))
                .doesNotThrowAnyException();
        assertThat(refusal(spec, new Capacity(1000, batch + 1), machine)).contains("a batch of at most " + batch);
    }

    @Test
    void advisesASmallerHiddenSizeWhereTheWeightsAloneAreTooMany() {
        NetworkSpec spec = new NetworkSpec("lstm", 65, 4096, 8, 0);
        String sentence = refusal(spec, DEFAULT, new Machine(4 * GB, 16 * GB));
        assertThat(sentence).contains("a hidden size of at most ");
        int hidden = Integer.parseInt(sentence.replaceAll(".*a hidden size of at most (\\d+).*", "$1"));
        assertThat(hidden).isBetween(100, 4095);
    }

    @Test
    void namesTheHeapWhereOnlyThatIsTooSmall() {
        NetworkSpec spec = new NetworkSpec("lstm", 65, 512, 2, 0);
        assertThat(refusal(spec, DEFAULT, new Machine(GB / 8, 16 * GB)))
                .endsWith(", or start Java with a larger -Xmx.");
        assertThatCode(() ->
                        MemoryEstimate.requireFit(spec, TrainingConfig.PLAIN, DEFAULT, new Machine(2 * GB, 16 * GB)))
                .doesNotThrowAnyException();
    }

    @Test
    void theDefaultsFitASmallMachine() {
        NetworkSpec spec = new NetworkSpec("lstm", 100, 128, 2, 0);
        assertThatCode(() -> MemoryEstimate.requireFit(spec, TrainingConfig.PLAIN, DEFAULT, new Machine(GB / 4, GB)))
                .doesNotThrowAnyException();
        assertThat(Machine.here().physical()).isGreaterThan(Machine.here().heap() / 2);
    }

    @Test
    void refusesTogetherWhatFitsAlone() {
        MemoryEstimate one = new MemoryEstimate(GB / 2, GB / 2);
        Machine machine = new Machine(2 * GB, 3 * GB);
        assertThatCode(() -> MemoryEstimate.requireFitTogether(List.of(one, one), machine))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> MemoryEstimate.requireFitTogether(List.of(one, one, one), machine))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "These 3 networks together take about 3.0 GB of memory, 1.5 GB of it on Java's heap, but this machine"
                                + " has 3.0 GB and the heap may grow to 2.0 GB; choose fewer or smaller ones.");
    }

    private static String refusal(NetworkSpec spec, Capacity capacity, Machine machine) {
        try {
            MemoryEstimate.requireFit(spec, TrainingConfig.PLAIN, capacity, machine);
            return "";
        } catch (ProblemException refused) {
            return refused.getMessage();
        }
    }
}
