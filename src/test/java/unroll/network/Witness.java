package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.rng.simple.RandomSource;
import unroll.network.Parameters.ParameterTensor;
import unroll.oracle.OracleCells;
import unroll.oracle.OracleNetwork;
import unroll.oracle.OracleShape;
import unroll.oracle.OracleWeights;
import unroll.task.Batch;

/**
 * A case that the engine and the oracle both work out: the same weights, the same batch, the same state carried in. All
 * are random, none is zero, and no unit sits so close to a kink that rounding could push it across.
 */
record Witness(
        String label, Network network, OracleNetwork oracle, Batch batch, State start, double[][][][] oracleStart) {
    private static final double CLEAR_OF_KINKS = 1e-5;

    /** The sizes of a case. */
    record Size(NetworkSpec spec, int steps, int columns) {
        Size(String cell, int vocabulary, int hidden, int layers, int steps, int columns) {
            this(new NetworkSpec(cell, vocabulary, hidden, layers, 0), steps, columns);
        }

        int hidden() {
            return spec.hidden();
        }

        OracleShape shape() {
            return shapeOf(spec);
        }
    }

    static OracleShape shapeOf(NetworkSpec spec) {
        return new OracleShape(
                OracleCells.of(spec.kind()),
                spec.vocabularies().source(),
                spec.inputs(),
                spec.outputs(),
                spec.hidden(),
                spec.layers(),
                spec.directions().count());
    }

    /** The first case from this seed on that keeps clear of kinks. */
    static Witness random(Size size, long firstSeed) {
        for (long seed = firstSeed; ; seed++) {
            Witness witness = draw(size, seed);
            if (witness.oracle.distanceToKink(witness.batch, witness.oracleStart) > CLEAR_OF_KINKS) {
                return witness;
            }
        }
    }

    private static Witness draw(Size size, long seed) {
        Random random = new Random(seed);
        OracleShape shape = size.shape();
        OracleWeights weights = OracleWeights.random(shape, random);
        Network network = network(size.spec(), weights);
        double[][][][] start = OracleNetwork.randomState(shape, size.columns(), random);
        State state = state(size.spec(), start);
        // The rounded weights, so that rounding them is no part of the deviation.
        OracleNetwork oracle = new OracleNetwork(shape, OracleWeights.of(network.parameters()));
        Batch batch = batch(size, random);
        return new Witness(size + ", seed " + seed, network, oracle, batch, state, start);
    }

    /** A fifth of the steps has no target, never all of them; some columns begin late. */
    private static Batch batch(Size size, Random random) {
        int length = size.steps() * size.columns();
        int[] inputs = random.ints(length, 0, size.spec().inputs()).toArray();
        int[] targets = random.ints(length, 0, size.spec().outputs()).toArray();
        for (int i = 1; i < length; i++) {
            if (random.nextInt(5) == 0) {
                targets[i] = Batch.NO_TARGET;
            }
        }
        for (int b = 1; b < size.columns(); b += 3) {
            for (int t = random.nextInt(size.steps()) - 1; t >= 0; t--) {
                inputs[t * size.columns() + b] = Batch.PAD;
            }
        }
        return new Batch(size.steps(), size.columns(), inputs, targets);
    }

    /** The engine's network with these weights, rounded to floats. */
    static Network network(NetworkSpec spec, OracleWeights weights) {
        Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(1));
        float[] values = network.parameters().values();
        for (ParameterTensor tensor : network.parameters().tensors()) {
            double[][] rows = weights.get(tensor.name());
            assertThat(new int[] {tensor.rows(), tensor.columns()})
                    .as("shape of %s", tensor.name())
                    .containsExactly(rows.length, rows[0].length);
            for (int i = 0; i < tensor.rows(); i++) {
                for (int j = 0; j < tensor.columns(); j++) {
                    values[tensor.offset() + j * tensor.rows() + i] = (float) rows[i][j];
                }
            }
        }
        return network;
    }

    static float entry(Parameters parameters, ParameterTensor tensor, int row, int column) {
        return parameters.values()[tensor.offset() + column * tensor.rows() + row];
    }

    /** The engine's state, rounded; the doubles are rounded too. */
    private static State state(NetworkSpec spec, double[][][][] oracleState) {
        int columns = oracleState[0].length;
        State state = State.zero(spec, columns);
        for (int layer = 0; layer < oracleState.length; layer++) {
            for (int b = 0; b < columns; b++) {
                for (int buffer = 0; buffer < oracleState[layer][b].length; buffer++) {
                    double[] units = oracleState[layer][b][buffer];
                    for (int i = 0; i < units.length; i++) {
                        float rounded = (float) units[i];
                        state.buffers()[layer][buffer][b * units.length + i] = rounded;
                        units[i] = rounded;
                    }
                }
            }
        }
        return state;
    }

    int targets() {
        int count = 0;
        for (int target : batch.targets()) {
            count += target == Batch.NO_TARGET ? 0 : 1;
        }
        return count;
    }

    /** The largest deviation of a state from the oracle's, relative to the largest entry there. */
    static double deviation(State actual, double[][][][] expected) {
        double largest = 1e-12;
        double deviation = 0;
        for (int layer = 0; layer < expected.length; layer++) {
            for (int b = 0; b < expected[layer].length; b++) {
                for (int buffer = 0; buffer < expected[layer][b].length; buffer++) {
                    double[] units = expected[layer][b][buffer];
                    for (int i = 0; i < units.length; i++) {
                        float value = actual.buffers()[layer][buffer][b * units.length + i];
                        deviation = Math.max(deviation, Math.abs(value - units[i]));
                        largest = Math.max(largest, Math.abs(units[i]));
                    }
                }
            }
        }
        return deviation / largest;
    }

    /** The largest deviation of a tensor from the oracle's, relative to the largest entry there. */
    static double deviation(Parameters actual, ParameterTensor tensor, double[][] expected) {
        double largest = 1e-12;
        double deviation = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                deviation = Math.max(deviation, Math.abs(entry(actual, tensor, i, j) - expected[i][j]));
                largest = Math.max(largest, Math.abs(expected[i][j]));
            }
        }
        return deviation / largest;
    }
}
