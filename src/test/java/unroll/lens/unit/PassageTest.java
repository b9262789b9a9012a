package unroll.lens.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.matrix.WorkerGroup;
import unroll.message.ProblemException;
import unroll.network.Capacity;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.network.Vocabularies;

class PassageTest {
    private static final int SYMBOLS = 7;
    private static final int HIDDEN = 9;

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    static Stream<String> cells() {
        return Cells.all().stream().map(Cell::name);
    }

    private static Network network(NetworkSpec spec, long seed) {
        return new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(seed));
    }

    private static NetworkSpec twoLayers(String cell) {
        return new NetworkSpec(cell, SYMBOLS, HIDDEN, 2, 0);
    }

    private static int[] symbols(int length, long seed) {
        return RandomSource.XO_SHI_RO_256_PP
                .create(seed)
                .ints(length, 0, SYMBOLS)
                .toArray();
    }

    /** All numbers of a state's column after each character, by position; each position seen once. */
    private static float[][] states(Network network, int[] symbols, int columns) {
        float[][] states = new float[symbols.length][];
        try (WorkerGroup workers = new WorkerGroup(2)) {
            new Passage(symbols).read(network, columns, workers, (position, state, column) -> {
                assertThat(states[position])
                        .as("position %d is seen once", position)
                        .isNull();
                states[position] = column(state, column);
            });
        }
        assertThat(Arrays.asList(states)).as("every position is seen").doesNotContainNull();
        return states;
    }

    private static float[] column(State state, int column) {
        List<Float> values = new ArrayList<>();
        for (int layer = 0; layer < state.buffers().length; layer++) {
            for (int buffer = 0; buffer < state.buffers()[layer].length; buffer++) {
                for (int i = 0; i < HIDDEN; i++) {
                    values.add(new Unit(layer, buffer, i).activation(state, column));
                }
            }
        }
        float[] flat = new float[values.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values.get(i);
        }
        return flat;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void oneColumnIsTheNetworkReadingSymbolBySymbol(String cell) {
        Network network = network(twoLayers(cell), 1);
        int[] symbols = symbols(45, 2); // two passes and a part of one
        Unroll unroll = new Unroll(network, new Capacity(1, 1), WorkerGroup.ofOne());
        State state = State.zero(network.spec(), 1);

        float[][] states = states(network, symbols, 1);

        for (int i = 0; i < symbols.length; i++) {
            unroll.forward(new int[] {symbols[i]}, state, null);
            unroll.readFinalState(state);
            assertThat(states[i]).as("position %d", i).containsExactly(column(state, 0), within(1e-6f));
        }
    }

    /** A new network forgets where it began within the warm-up. */
    @ParameterizedTest
    @MethodSource("cells")
    void manyColumnsSeeWhatOneSees(String cell) {
        Network network = network(twoLayers(cell), 3);
        int[] symbols = symbols(Passage.WARM_UP * 4 + 17, 4);

        float[][] one = states(network, symbols, 1);
        float[][] four = states(network, symbols, 4);

        for (int i = 0; i < symbols.length; i++) {
            assertThat(four[i]).as("position %d", i).containsExactly(one[i], within(1e-4f));
        }
    }

    @Test
    void aBidirectionalNetworkSeesWhatComesAfter() {
        NetworkSpec spec = twoLayers("lstm").with(Directions.BIDIRECTIONAL);
        Network network = network(spec, 5);
        int[] symbols = symbols(40, 6);
        int[] otherEnd = symbols.clone();
        otherEnd[39] = (symbols[39] + 1) % SYMBOLS;

        float[][] states = states(network, symbols, 3);
        float[][] others = states(network, otherEnd, 3);

        assertThat(states[38]).hasSize(2 * 2 * 2 * HIDDEN);
        int directionBack = 2 * HIDDEN;
        assertThat(Arrays.copyOf(others[38], directionBack))
                .as("forward, lowest layer")
                .isEqualTo(Arrays.copyOf(states[38], directionBack));
        assertThat(Arrays.copyOfRange(others[38], directionBack, 2 * directionBack))
                .as("backward, lowest layer")
                .isNotEqualTo(Arrays.copyOfRange(states[38], directionBack, 2 * directionBack));
    }

    @Test
    void refusesWhatItCannotRead() {
        Network bidirectional = network(twoLayers("gru").with(Directions.BIDIRECTIONAL), 7);
        assertThatThrownBy(() ->
                        new Passage(symbols(Passage.MAX_BIDIRECTIONAL + 1, 8)).read(bidirectional, (p, s, c) -> {}))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("in one piece");
        Network encoder = network(twoLayers("gru").with(new Vocabularies(3, SYMBOLS, SYMBOLS)), 9);
        assertThatThrownBy(() -> new Passage(symbols(3, 10)).read(encoder, (p, s, c) -> {}))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("encoder");
    }

    @Test
    void anEmptyPassageShowsNothing() {
        new Passage(new int[0]).read(network(twoLayers("gru"), 11), (position, state, column) -> {
            throw new AssertionError("there is no position " + position);
        });
    }

    @Test
    void anInterruptEndsIt() {
        List<Integer> seen = new ArrayList<>();
        new Passage(symbols(200, 12)).read(network(twoLayers("gru"), 13), (position, state, column) -> {
            seen.add(position);
            Thread.currentThread().interrupt();
        });

        assertThat(seen).hasSizeLessThan(200);
    }

    @Test
    void theActivationsAreThoseOfTheUnitAskedFor() {
        Network network = network(twoLayers("lstm"), 14);
        int[] symbols = symbols(30, 15);

        float[] activations = new Passage(symbols).activations(network, new Unit(1, 1, 4));

        float[][] states = states(network, symbols, 1);
        for (int i = 0; i < symbols.length; i++) {
            assertThat(activations[i]).isCloseTo(states[i][3 * HIDDEN + 4], within(1e-6f));
        }
    }
}
