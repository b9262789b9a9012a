package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.matrix.WorkerGroup;
import unroll.network.Witness.Size;

/** One symbol at a time against a whole pass of the engine, over every cell, odd sizes and depths. */
class StepperTest {
    private static final long SEED = 700;
    private static final int STEPS = 9;

    static Stream<NetworkSpec> specs() {
        List<NetworkSpec> specs = new ArrayList<>();
        for (Cell cell : Cells.all()) {
            for (int hidden : new int[] {1, 3, 7, 33, 65}) {
                for (int layers = 1; layers <= 3; layers++) {
                    Vocabularies symbols = new Vocabularies(2 + hidden % 5, 2 + specs.size() % 7);
                    specs.add(new NetworkSpec(cell.name(), 2, hidden, layers, 0).with(symbols));
                }
            }
        }
        return specs.stream();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void readsAsAPassDoesFromAnyState(NetworkSpec spec) {
        Witness witness = Witness.random(new Size(spec, STEPS, 1), SEED);
        Unroll unroll = new Unroll(witness.network(), new Capacity(STEPS, 1), WorkerGroup.ofOne());
        unroll.forward(witness.batch().inputs(), witness.start(), null);

        assertReads(new Stepper(witness.network(), witness.start()), witness, unroll.logits());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void restartsWhereATextBegins(NetworkSpec spec) {
        Witness witness = Witness.random(new Size(spec, STEPS, 1), SEED);
        Unroll unroll = new Unroll(witness.network(), new Capacity(STEPS, 1), WorkerGroup.ofOne());
        unroll.forward(witness.batch().inputs(), State.zero(spec, 1), null);
        Stepper stepper = new Stepper(witness.network(), witness.start());
        stepper.read(0);

        stepper.restart();

        assertReads(stepper, witness, unroll.logits());
    }

    private static void assertReads(Stepper stepper, Witness witness, float[] expected) {
        int at = 0;
        for (int symbol : witness.batch().inputs()) {
            for (float logit : stepper.read(symbol)) {
                assertThat(logit).as("logit %d, %s", at, witness.label()).isCloseTo(expected[at++], within(2e-5f));
            }
        }
        assertThat(at).isEqualTo(expected.length);
    }

    /** Twice the same symbols, twice the same bits, and nothing left for the garbage collector. */
    @Test
    void repeatsItselfWithoutAllocating() {
        NetworkSpec spec = new NetworkSpec("lstm", 9, 31, 2, 0);
        Stepper stepper = new Stepper(new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED)));
        float[] first = read(stepper, 2_000).clone();
        stepper.restart();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        float[] again = read(stepper, 2_000);

        long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(again).containsExactly(first);
        assertThat(bytes / 2_000).as("bytes a symbol").isLessThan(16);
    }

    private static float[] read(Stepper stepper, int symbols) {
        float[] logits = {};
        for (int i = 0; i < symbols; i++) {
            logits = stepper.read(i % 9);
        }
        return logits;
    }

    @Test
    void refusesSymbolsThatTheNetworkDoesNotRead() {
        NetworkSpec spec = new NetworkSpec("gru", 5, 4, 1, 0);
        Stepper stepper = new Stepper(new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED)));

        assertThatThrownBy(() -> stepper.read(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> stepper.read(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
