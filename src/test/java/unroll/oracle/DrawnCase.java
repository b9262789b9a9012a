package unroll.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.lens.InputSequence;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.network.Vocabularies;
import unroll.oracle.OracleSlopes.Reading;
import unroll.task.Batch;

/**
 * A random network of the engine, what it reads and is asked, and the same in doubles.
 *
 * @param label with the seed
 * @param source what its encoder reads; empty where it has none
 * @param column asked nothing at its first step and its last
 * @param start the state before, in doubles that are floats too; zero where there is an encoder
 */
record DrawnCase(
        String label, Network network, int[] source, InputSequence column, OracleShape shape, double[][][][] start) {
    private static final int SOURCE_STEPS = 4;
    private static final double CLEAR_OF_KINKS = 1e-3;

    /** Every cell, one to three layers of odd and even sizes, unidirectional, bidirectional, and with an encoder. */
    static Stream<NetworkSpec> specs() {
        List<NetworkSpec> specs = new ArrayList<>();
        for (Cell cell : Cells.all()) {
            for (int layers = 1; layers <= 3; layers++) {
                NetworkSpec spec = new NetworkSpec(cell.name(), 2, 3 + layers % 3, layers, 0);
                specs.add(spec.with(new Vocabularies(5, 4)));
                specs.add(spec.with(new Vocabularies(5, 4)).with(Directions.BIDIRECTIONAL));
                specs.add(spec.with(new Vocabularies(3, 5, 4)));
            }
        }
        return specs.stream();
    }

    /**
     * Clear of kinks, from this seed on.
     *
     * @param blank how many steps at the begin have no symbol, the encoder's where there is one
     */
    static DrawnCase random(NetworkSpec spec, int steps, int blank, long firstSeed) {
        for (long seed = firstSeed; ; seed++) {
            DrawnCase drawn = draw(spec, steps, blank, seed);
            if (drawn.slopes(drawn.column.targets()).distanceToKink() > CLEAR_OF_KINKS) {
                return drawn;
            }
        }
    }

    private static DrawnCase draw(NetworkSpec spec, int steps, int blank, long seed) {
        Random random = new Random(seed);
        Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(seed));
        float[] values = network.parameters().values();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) random.nextGaussian() / 4;
        }
        int[] source = random.ints(spec.hasEncoder() ? SOURCE_STEPS : 0, 0, 3).toArray();
        int[] inputs = random.ints(steps, 0, spec.inputs()).toArray();
        int[] targets = random.ints(steps, 0, spec.outputs()).toArray();
        targets[0] = targets[steps - 1] = Batch.NO_TARGET;
        Arrays.fill(spec.hasEncoder() ? source : inputs, 0, blank, Batch.PAD);
        OracleShape shape = shape(spec);
        double[][][][] start =
                spec.hasEncoder() ? OracleNetwork.zeroState(shape, 1) : OracleNetwork.randomState(shape, 1, random);
        InputSequence column = new InputSequence(inputs, targets, floats(spec, start));
        return new DrawnCase(
                String.format(Locale.ROOT, "%s, seed %d, at ", spec, seed), network, source, column, shape, start);
    }

    private static OracleShape shape(NetworkSpec spec) {
        return new OracleShape(
                OracleCells.of(spec.kind()),
                spec.vocabularies().source(),
                spec.inputs(),
                spec.outputs(),
                spec.hidden(),
                spec.layers(),
                spec.directions().count());
    }

    /** The doubles are rounded too. */
    private static State floats(NetworkSpec spec, double[][][][] start) {
        State state = State.zero(spec, 1);
        for (int row = 0; row < start.length; row++) {
            for (int buffer = 0; buffer < start[row][0].length; buffer++) {
                for (int i = 0; i < spec.hidden(); i++) {
                    state.buffers()[row][buffer][i] = (float) start[row][0][buffer][i];
                    start[row][0][buffer][i] = (float) start[row][0][buffer][i];
                }
            }
        }
        return state;
    }

    OracleWeights weights() {
        return OracleWeights.of(network.parameters());
    }

    /** Of the sum of the losses where these are asked. */
    OracleSlopes slopes(int[] targets) {
        return new OracleSlopes(shape, weights(), new Reading(source, column.inputs(), targets, start));
    }

    /** The gradient of every weight, of the mean loss. */
    OracleWeights gradient() {
        Batch batch = new Batch(column.steps(), 1, column.inputs(), column.targets());
        return shape.source() > 0
                ? new OracleEncoderDecoder(shape, weights()).backward(source, batch)
                : new OracleNetwork(shape, weights()).backward(batch, start).weights();
    }
}
