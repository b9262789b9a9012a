package unroll.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;
import unroll.matrix.Team;

/**
 * A network unrolled over T steps of B columns: the forward pass, the tape it leaves, and exact backpropagation through
 * time along that tape. All memory is taken once, here, and used again for every window.
 *
 * <p>A team shares the work by hidden units: each member walks through time with its units of every layer and all columns
 * of the batch. Half the units of a whole batch make better products than all units of half a batch, by a quarter at 512
 * units, and no gradient is held twice (docs/adr/0008).
 */
public final class Unroll {
    /**
     * As an input: nothing is read. The column's state is zero after such a step, and nothing flows back through it. Examples
     * shorter than the others of their batch begin with it.
     */
    public static final int NO_SYMBOL = -1;

    private final Network network;
    private final int steps;
    private final int columns;
    private final Team team;
    /** As given, but any symbol, 0, where there is none: what is made of it is set to zero. */
    private final int[] symbols;

    private final Blanks blanks;
    private final List<LayerUnroll> layers = new ArrayList<>();
    private final List<Dropout> dropouts = new ArrayList<>();
    private final OutputLayer output;
    private final double[] losses;

    /** An unroll for the calling thread alone. */
    public Unroll(Network network, int steps, int columns) {
        this(network, steps, columns, Team.ofOne());
    }

    /** @param team of no more members than the network has hidden units */
    public Unroll(Network network, int steps, int columns, Team team) {
        NetworkSpec spec = network.spec();
        if (team.members() > spec.hidden()) {
            throw new IllegalArgumentException(
                    "%d hidden units cannot be shared by a team of %d.".formatted(spec.hidden(), team.members()));
        }
        this.network = network;
        this.steps = steps;
        this.columns = columns;
        this.team = team;
        symbols = new int[Math.multiplyExact(steps, columns)];
        blanks = new Blanks(steps, columns);
        for (RecurrentLayer layer : network.layers) {
            layers.add(new LayerUnroll(
                    layer, steps, columns, blanks, team, layers.isEmpty() ? symbols(layer) : below(layer)));
        }
        output = new OutputLayer(network, layers.get(layers.size() - 1), team);
        losses = new double[team.members()];
        loadWeights();
    }

    private IntFunction<LayerPart.Sources> symbols(RecurrentLayer layer) {
        return member -> (units, z) -> new SymbolSource(layer, network.parameters(), units, symbols, columns);
    }

    private IntFunction<LayerPart.Sources> below(RecurrentLayer layer) {
        LayerUnroll below = layers.get(layers.size() - 1);
        Matrix x = below.output();
        if (network.spec().dropout() > 0) {
            Dropout dropout = new Dropout(network.spec().dropout(), below, team);
            dropouts.add(dropout);
            x = dropout.output;
        }
        LayerSource.Below seen = new LayerSource.Below(x, below.outputGradient());
        List<LayerSource> members = new ArrayList<>();
        return member -> (units, z) -> new LayerSource(layer, seen, units, team.share(layer.below, member), z, members);
    }

    /** T. */
    public int steps() {
        return steps;
    }

    /** B. */
    public int columns() {
        return columns;
    }

    /** Takes over the network's weights as they are now; to be called whenever they have changed. */
    public void loadWeights() {
        float[] values = network.parameters().values();
        team.run(member -> {
            for (LayerUnroll layer : layers) {
                layer.parts.get(member).loadWeights(values);
            }
            output.loadWeights(member, values);
        });
    }

    /**
     * The forward pass.
     *
     * @param inputs T·B symbols or {@link #NO_SYMBOL}, step-major: entry t·B + b for step t of column b
     * @param start the state before the first step; read only
     * @param dropout gives each member of the team what draws its masks of this pass, or null where nothing is to be
     *     silenced
     * @throws IndexOutOfBoundsException where a symbol is not one of those the network reads
     */
    public void forward(int[] inputs, State start, @Nullable IntFunction<UniformRandomProvider> dropout) {
        if (inputs.length != symbols.length || start.columns() != columns) {
            throw new IllegalArgumentException(
                    "This unroll takes %d steps of %d columns; got %d inputs and a state of %d columns."
                            .formatted(steps, columns, inputs.length, start.columns()));
        }
        takeSymbols(inputs);
        blanks.read(inputs);
        team.run(member -> forward(member, start, dropout == null ? null : dropout.apply(member)));
    }

    /** A symbol past the end would silently read another tensor's weights. */
    private void takeSymbols(int[] inputs) {
        int count = network.spec().inputs();
        for (int i = 0; i < inputs.length; i++) {
            symbols[i] = inputs[i] == NO_SYMBOL ? 0 : Objects.checkIndex(inputs[i], count);
        }
    }

    private void forward(int member, State start, @Nullable UniformRandomProvider random) {
        for (int l = 0; l < layers.size(); l++) {
            if (l > 0 && !dropouts.isEmpty()) {
                dropouts.get(l - 1).forward(member, random);
                team.meet(member);
            }
            layers.get(l).parts.get(member).forward(start.slabs()[l]);
        }
        output.forward(member);
    }

    /** The logits of the last forward pass, [V × B·T] column after column; a copy. */
    public float[] logits() {
        float[] copy = new float[network.spec().outputs() * symbols.length];
        output.readLogits(copy);
        return copy;
    }

    /** Copies the logits of the last forward pass into {@code into}, [V × B·T] column after column. */
    void readLogits(float[] into) {
        output.readLogits(into);
    }

    /** The state after the last step, as a value of its own. */
    public State finalState() {
        State end = State.zero(network.spec(), columns);
        readFinalState(end);
        return end;
    }

    /** Overwrites {@code into} by the state after the last step. */
    public void readFinalState(State into) {
        for (int l = 0; l < layers.size(); l++) {
            for (LayerPart part : layers.get(l).parts) {
                part.finalState(into.slabs()[l]);
            }
        }
    }

    /**
     * The loss of the last forward pass; the logits become its gradient, so this may be called once a pass.
     *
     * @param targets T·B symbols, step-major, or {@link Softmax#NO_TARGET}
     * @param scale what each target counts in the gradient, usually 1 / number of targets of the whole batch
     * @return the sum of −ln ŷ[target], in nats
     */
    public double loss(int[] targets, float scale) {
        team.run(member -> losses[member] = output.loss(member, targets, scale));
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum;
    }

    /**
     * The way back, after {@link #loss}: sets every tensor of {@code gradient}.
     *
     * @return ∂L/∂ of the state before the first step
     */
    public State backward(Parameters gradient) {
        State dState = State.zero(network.spec(), columns);
        backward(gradient, dState);
        return dState;
    }

    /**
     * The way back, where the state after the last step had a use of its own.
     *
     * @param dState in: ∂L/∂ of the state after the last step, as far as it comes from there; out: ∂L/∂ of the state before
     *     the first step
     */
    public void backward(Parameters gradient, State dState) {
        team.run(member -> {
            output.backward(member, gradient);
            for (int l = layers.size() - 1; l >= 0; l--) {
                layers.get(l).parts.get(member).backward(dState.slabs()[l], gradient);
                if (l > 0 && !dropouts.isEmpty()) {
                    dropouts.get(l - 1).backward(member);
                }
            }
        });
    }
}
