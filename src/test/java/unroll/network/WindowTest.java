package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cells;
import unroll.matrix.WorkerGroup;
import unroll.network.Parameters.ParameterTensor;
import unroll.network.Witness.Size;
import unroll.oracle.OracleNetwork;
import unroll.task.Batch;

/** A text cut into windows, units shared out, steps without a target: what must not change the numbers does not. */
class WindowTest {
    private static final double TOLERANCE = 2e-5;
    private static final int STEPS = 7;
    private static final int COLUMNS = 5;
    private static final int CUT = 3;

    /** What one pass over a batch gives; gradients scaled by 1 / {@code targets}. */
    private record Pass(double loss, float[] logits, State last, Parameters gradient, State dStart) {}

    static Stream<Size> sizes() {
        return Cells.all().stream()
                .flatMap(cell -> Stream.of(1, 2).map(layers -> new Size(cell.name(), 9, 11, layers, STEPS, COLUMNS)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void twoWindowsWithTheStateCarriedGiveWhatOneGives(Size size) {
        Witness witness = Witness.random(size, 2000);
        Pass whole = pass(witness, witness.batch(), witness.start());

        Pass first = pass(witness, steps(witness.batch(), 0, CUT), witness.start());
        Pass second = pass(witness, steps(witness.batch(), CUT, STEPS), first.last());

        check("loss", relative(first.loss() + second.loss(), whole.loss()), witness);
        check("logits", deviation(concatenate(first.logits(), second.logits()), whole.logits()), witness);
        check("final state", deviation(flat(second.last()), flat(whole.last())), witness);
    }

    /** Handing ∂L/∂state back across the cut gives the whole gradient: truncation is all that a cut does. */
    @ParameterizedTest
    @MethodSource("sizes")
    void twoWindowsWithTheGradientHandedBackGiveTheWholeGradient(Size size) {
        Witness witness = Witness.random(size, 2000);
        Pass whole = pass(witness, witness.batch(), witness.start());
        Batch early = steps(witness.batch(), 0, CUT);
        Pass second = pass(
                witness,
                steps(witness.batch(), CUT, STEPS),
                pass(witness, early, witness.start()).last());

        Pass first = pass(witness, early, witness.start(), second.dStart());

        check("gradient", deviation(sum(first.gradient(), second.gradient()), whole.gradient()), witness);
        check("gradient of the start", deviation(flat(first.dStart()), flat(whole.dStart())), witness);
    }

    /** Training cuts: the second window's gradient stops at the state it was given, which is what the oracle says. */
    @ParameterizedTest
    @MethodSource("sizes")
    void theSecondWindowsGradientIsTheOneOfTruncatedBackpropagation(Size size) {
        Witness witness = Witness.random(size, 2000);
        Batch late = steps(witness.batch(), CUT, STEPS);
        double[][][][] carried = witness.oracle()
                .forward(steps(witness.batch(), 0, CUT), witness.oracleStart())
                .last();
        OracleNetwork.Gradient expected = witness.oracle().backward(late, carried);

        Pass first = pass(witness, steps(witness.batch(), 0, CUT), witness.start());
        Pass second = pass(witness, late, first.last());

        double share = (double) targets(late) / witness.targets();
        for (ParameterTensor tensor : second.gradient().tensors()) {
            double[][] rows = scaled(expected.weights().get(tensor.name()), share);
            check("gradient of " + tensor.name(), Witness.deviation(second.gradient(), tensor, rows), witness);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void stepsWithoutTargetAtTheEndAreAsIfTheyWereNotThere(Size size) {
        Witness witness = Witness.random(size, 3000);
        Batch shorter = steps(witness.batch(), 0, CUT);
        int[] targets = witness.batch().targets().clone();
        Arrays.fill(targets, CUT * COLUMNS, targets.length, Batch.NO_TARGET);
        Batch silent = new Batch(STEPS, COLUMNS, witness.batch().inputs(), targets);

        Pass expected = pass(witness, shorter, witness.start());
        Pass actual = pass(witness, silent, witness.start());

        check("loss", relative(actual.loss(), expected.loss()), witness);
        check("gradient", deviation(actual.gradient().values(), expected.gradient()), witness);
        check("gradient of the start", deviation(flat(actual.dStart()), flat(expected.dStart())), witness);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aBatchWithoutAnyTargetHasNoLossAndNoGradient(Size size) {
        Witness witness = Witness.random(size, 3000);
        int[] none = new int[STEPS * COLUMNS];
        Arrays.fill(none, Batch.NO_TARGET);

        Pass pass = pass(witness, new Batch(STEPS, COLUMNS, witness.batch().inputs(), none), witness.start());

        assertThat(pass.loss()).isZero();
        assertThat(pass.gradient().values()).containsOnly(0);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void unitsSharedByWorkersGiveTheSameAndRepeatToTheLastBit(Size size) {
        Witness witness = Witness.random(size, 4000);
        Pass whole = pass(witness, witness.batch(), witness.start());
        for (int workers = 2; workers <= Math.min(4, size.hidden()); workers++) {
            try (WorkerGroup group = new WorkerGroup(workers)) {
                Pass once = pass(witness, group);
                Pass again = pass(witness, group);

                check("loss", relative(once.loss(), whole.loss()), witness);
                check("logits", deviation(once.logits(), whole.logits()), witness);
                check("gradient", deviation(once.gradient().values(), whole.gradient()), witness);
                check("final state", deviation(flat(once.last()), flat(whole.last())), witness);
                check("gradient of the start", deviation(flat(once.dStart()), flat(whole.dStart())), witness);
                assertThat(again.gradient().values())
                        .as("repeated gradient of %d workers, %s", workers, witness.label())
                        .containsExactly(once.gradient().values());
                assertThat(again.loss()).isEqualTo(once.loss());
            }
        }
    }

    private static Pass pass(Witness witness, WorkerGroup group) {
        Batch batch = witness.batch();
        Unroll unroll = new Unroll(witness.network(), new Capacity(batch.steps(), batch.columns()), group);
        State dFinal = State.zero(witness.network().spec(), batch.columns());
        return pass(witness, unroll, batch, witness.start(), dFinal);
    }

    private static Pass pass(Witness witness, Batch batch, State start) {
        return pass(witness, batch, start, State.zero(witness.network().spec(), batch.columns()));
    }

    private static Pass pass(Witness witness, Batch batch, State start, State dFinal) {
        return pass(
                witness,
                new Unroll(witness.network(), new Capacity(batch.steps(), batch.columns()), WorkerGroup.ofOne()),
                batch,
                start,
                dFinal);
    }

    private static Pass pass(Witness witness, Unroll unroll, Batch batch, State start, State dFinal) {
        unroll.forward(batch.inputs(), start, null);
        float[] logits = unroll.logits();
        double loss = unroll.loss(batch.targets(), 1f / witness.targets());
        Parameters gradient = witness.network().parameters().likeThis();
        State dStart = dFinal.copy();
        unroll.backward(gradient, dStart);
        State last = State.zero(witness.network().spec(), dFinal.columns());
        unroll.readFinalState(last);
        return new Pass(loss, logits, last, gradient, dStart);
    }

    private static Batch steps(Batch batch, int from, int to) {
        int b = batch.columns();
        return new Batch(
                to - from,
                b,
                Arrays.copyOfRange(batch.inputs(), from * b, to * b),
                Arrays.copyOfRange(batch.targets(), from * b, to * b));
    }

    private static Batch columns(Batch batch, int from, int to) {
        int count = to - from;
        int[] inputs = new int[batch.steps() * count];
        int[] targets = new int[batch.steps() * count];
        for (int t = 0; t < batch.steps(); t++) {
            System.arraycopy(batch.inputs(), t * batch.columns() + from, inputs, t * count, count);
            System.arraycopy(batch.targets(), t * batch.columns() + from, targets, t * count, count);
        }
        return new Batch(batch.steps(), count, inputs, targets);
    }

    private static long targets(Batch batch) {
        return Arrays.stream(batch.targets())
                .filter(target -> target != Batch.NO_TARGET)
                .count();
    }

    private static float[] sum(Parameters a, Parameters b) {
        float[] sum = a.values().clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b.values()[i];
        }
        return sum;
    }

    private static double[][] scaled(double[][] rows, double factor) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(x -> x * factor).toArray())
                .toArray(double[][]::new);
    }

    private static float[] flat(State state) {
        float[] all = {};
        for (float[][] layer : state.buffers()) {
            for (float[] buffer : layer) {
                all = concatenate(all, buffer);
            }
        }
        return all;
    }

    private static float[] concatenate(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double relative(double actual, double expected) {
        return Math.abs(actual - expected) / Math.abs(expected);
    }

    private static double deviation(float[] actual, Parameters expected) {
        return deviation(actual, expected.values());
    }

    private static double deviation(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 1e-12;
        double deviation = 0;
        for (int i = 0; i < expected.length; i++) {
            deviation = Math.max(deviation, Math.abs(actual[i] - expected[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return deviation / largest;
    }

    private static void check(String what, double deviation, Witness witness) {
        assertThat(deviation)
                .as("deviation of the %s, %s", what, witness.label())
                .isLessThan(TOLERANCE);
    }
}
