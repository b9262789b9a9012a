package unroll.network;

import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.WorkerGroup;

/**
 * A network unrolled over T steps of B columns: the forward pass, the tape it leaves, and exact backpropagation through
 * time along that tape. All memory is taken once, here, and used again for every window. Of a network with an encoder it is
 * the decoder; both together are an {@link UnrolledEncoderDecoder}.
 *
 * <p>A team shares the work by hidden units: each member walks through time with its units of every layer and all columns
 * of the batch. Half the units of a whole batch make better products than all units of half a batch, by a quarter at 512
 * units, and no gradient is held twice (docs/adr/0008).
 */
public final class Unroll implements Unrolled {
    /**
     * As an input: nothing is read. The column's state is zero after such a step, and nothing flows back through it. Examples
     * shorter than the others of their batch begin with it.
     */
    public static final int NO_SYMBOL = -1;

    private final Network network;
    private final Capacity room;
    private final WorkerGroup team;
    private final LayerStack layers;
    private final OutputLayer output;
    private final double[] losses;

    /** An unroll for the calling thread alone. */
    public Unroll(Network network, int steps, int columns) {
        this(network, new Capacity(steps, columns), WorkerGroup.ofOne());
    }

    /** @param team of no more members than the network has hidden units */
    public Unroll(Network network, int steps, int columns, WorkerGroup team) {
        this(network, new Capacity(steps, columns), team);
    }

    /** @param team of no more members than the network has hidden units */
    public Unroll(Network network, Capacity room, WorkerGroup team) {
        NetworkSpec spec = network.spec();
        if (team.members() > spec.hidden()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d hidden units cannot be shared by a team of %d.", spec.hidden(), team.members()));
        }
        this.network = network;
        this.room = room;
        this.team = team;
        layers = new LayerStack(network, network.layers, room, team);
        output = new OutputLayer(network, layers.top(), room, team);
        losses = new double[team.members()];
        loadWeights();
    }

    /** T, steps of a pass at most. */
    public int steps() {
        return room.steps();
    }

    /** B. */
    public int columns() {
        return room.columns();
    }

    @Override
    public void loadWeights() {
        float[] values = network.parameters().values();
        team.run(member -> {
            layers.loadWeights(member, values);
            output.loadWeights(member, values);
        });
    }

    /** The forward pass without a source, see {@link Unrolled#forward}. */
    public void forward(int[] inputs, State start, @Nullable IntFunction<UniformRandomProvider> dropout) {
        layers.read(inputs, start);
        output.resize(layers.steps());
        team.run(member -> {
            layers.forward(member, start, dropout == null ? null : dropout.apply(member));
            output.forward(member);
        });
    }

    @Override
    public void forward(int[] source, int[] inputs, State start, @Nullable IntFunction<UniformRandomProvider> dropout) {
        NetworkSpec.require(source.length == 0, "Nothing here reads a source; got one of %d symbols.", source.length);
        forward(inputs, start, dropout);
    }

    @Override
    public float[] logits() {
        float[] copy = new float[Math.multiplyExact(network.spec().outputs(), layers.steps() * room.columns())];
        output.readLogits(copy);
        return copy;
    }

    /** Copies the logits of the last forward pass into {@code into}, [V × B·T] column after column. */
    void readLogits(float[] into) {
        output.readLogits(into);
    }

    /** The state after the last step, as a value of its own. */
    public State finalState() {
        State end = State.zero(network.spec(), room.columns());
        readFinalState(end);
        return end;
    }

    @Override
    public void readFinalState(State into) {
        if (network.spec().directions() == Directions.TWO_WAY) {
            throw new IllegalStateException(
                    "A bidirectional network has no state to carry from one window to the next; start each from zero.");
        }
        layers.readFinalState(into);
    }

    /**
     * Overwrites {@code into} by the state after step t of the last forward pass, of all layers and directions. A direction that
     * reads from the last step to the first has read the steps from T − 1 down to t by then.
     *
     * @param t 0 to T − 1
     * @throws IndexOutOfBoundsException where the last pass had no such step
     */
    public void readState(int t, State into) {
        layers.readState(Objects.checkIndex(t, layers.steps()), into);
    }

    @Override
    public double loss(int[] targets, CrossEntropyLoss function) {
        if (targets.length != layers.steps() * room.columns()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The last pass had %d steps of %d columns; got %d targets.",
                    layers.steps(),
                    room.columns(),
                    targets.length));
        }
        team.run(member -> losses[member] = output.loss(member, targets, function));
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum;
    }

    /**
     * The way back, after {@link #loss}: sets every tensor of {@code gradient}, but those of an encoder.
     *
     * @return ∂L/∂ of the state before the first step
     */
    public State backward(Parameters gradient) {
        State dState = State.zero(network.spec(), room.columns());
        backward(gradient, dState);
        return dState;
    }

    @Override
    public void backward(Parameters gradient, State dState, StateGradients seen) {
        team.run(member -> {
            output.backward(member, gradient);
            layers.backward(member, gradient, dState, seen.steps());
        });
    }
}
