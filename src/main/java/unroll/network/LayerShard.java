package unroll.network;

import java.util.Arrays;
import java.util.List;
import unroll.cell.Cell;
import unroll.cell.Cell.Step;
import unroll.matrix.Activations;
import unroll.matrix.Matrix;
import unroll.matrix.PackedFactor;
import unroll.matrix.WorkerGroup;
import unroll.matrix.WorkerGroup.Share;

/**
 * What one worker does in a layer: the forward pass of its units, the tape that leaves, and their exact backward pass.
 *
 * <p>Workers wait for each other once a step: forward when all have written a&lt;t&gt;, because every unit's next pre-activation needs all of
 * it; backward when all have written ∂L/∂z&lt;t&gt;.
 */
final class LayerShard {
    private final RecurrentLayer layer;
    private final Direction direction;
    private final PaddingMask padding;
    private final WorkerGroup workers;
    private final int worker;
    private final Share units;
    /** Of the whole layer, and the rows of these units. */
    private final LayerStates states;

    private final LayerStates ownStates;
    private final GateMatrix gates;
    private final LayerInput.Projection input;
    private final Tape tape;
    private final WeightShard waa;
    private final WeightShard dWaa;
    private final WeightShard ba;
    private final WeightShard dBa;
    private final PackedFactor waaForward;
    /** From each worker's z back to these units: its rows of Waa, their columns, transposed. */
    private final PackedFactor[] waaBack;

    /** Of all workers. */
    private List<LayerShard> shards = List.of();
    /** ba, once for every column. */
    private final float[][] biases;
    // What one step of the backward pass works on.
    private final float[] daAbove;
    private final float[][] dState;
    private final float[][] dz;

    private List<Chunk> chunks = List.of();
    /** Transposed, of each chunk the states before its steps, [B·steps × n_a]. */
    private Matrix[] statesBefore = {};

    private int steps;

    LayerShard(
            RecurrentLayer layer,
            LayerInput input,
            LayerStates states,
            PaddingMask padding,
            WorkerGroup workers,
            int worker) {
        this.layer = layer;
        this.direction = layer.direction;
        this.padding = padding;
        this.workers = workers;
        this.worker = worker;
        this.units = workers.share(layer.hidden, worker);
        this.states = states;
        this.ownStates = states.rows(units.from(), units.to());
        Cell cell = layer.cell;
        Capacity capacity = states.capacity();
        gates = new GateMatrix(cell, units.count(), layer.chunk(capacity, workers), capacity);
        this.input = input.projection(layer, units, gates);
        tape = new Tape(layer, units, capacity);
        waa = new WeightShard(layer.waa, cell.recurrentBlocks().size(), units);
        dWaa = new WeightShard(layer.waa, cell.recurrentBlocks().size(), units);
        ba = new WeightShard(layer.ba, cell.blocks(), units);
        dBa = new WeightShard(layer.ba, cell.blocks(), units);
        waaForward = PackedFactor.of(waa.matrix, capacity.columns());
        waaBack = new PackedFactor[workers.size()];
        int buffer = units.count() * capacity.columns();
        biases = new float[cell.blocks()][buffer];
        daAbove = new float[buffer];
        dState = new float[cell.stateBuffers()][buffer];
        dz = new float[cell.blocks()][buffer];
    }

    /** Called once all workers' shards are there. */
    void connect(List<LayerShard> all) {
        shards = all;
        for (int other = 0; other < waaBack.length; other++) {
            Matrix back = all.get(other).waa.matrix.columns(units.from(), units.to());
            waaBack[other] = PackedFactor.of(back.t(), states.capacity().columns());
        }
    }

    void resize(List<Chunk> next) {
        chunks = next;
        steps = next.get(next.size() - 1).to();
        gates.resize(next);
        statesBefore =
                next.stream().map(chunk -> states.before(direction, chunk).t()).toArray(Matrix[]::new);
    }

    void loadWeights(float[] values) {
        waa.load(values);
        waaForward.changed();
        for (PackedFactor back : waaBack) {
            back.changed();
        }
        ba.load(values);
        ba.repeat(biases);
        input.loadWeights(values);
    }

    void forward(State start) {
        int first = direction.first(steps);
        tape.begin(first, start);
        ownStates.step(direction.before(first)).write(tape.step(first).before()[0]);
        workers.await(worker);
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(direction.nth(chunks.size(), i));
            if (input instanceof DenseInput.Projection dense) {
                dense.project(chunk);
            }
            for (int step = 0; step < chunk.steps(); step++) {
                forward(chunk.from() + direction.nth(chunk.steps(), step));
                workers.await(worker);
            }
        }
    }

    /** z&lt;t&gt; = Wax·x&lt;t&gt; + Waa·a&lt;t-1&gt; + ba; the cell. */
    private void forward(int t) {
        if (input instanceof OneHotInput.Projection symbols) {
            symbols.gather(t, gates.z(t));
        }
        gates.recurrentZ(t).addProduct(waaForward, states.step(direction.before(t)));
        Step step = tape.step(t);
        gates.readZ(t, step.z());
        for (int block = 0; block < biases.length; block++) {
            Activations.add(biases[block], step.z()[block]);
        }
        layer.cell.forward(step);
        padding.clear(t, step.after());
        ownStates.step(t).write(step.after()[0]);
    }

    void readState(int t, State into) {
        tape.readState(t, into);
    }

    void clearOutputGradient() {
        Arrays.fill(daAbove, 0);
        for (int t = 0; t < steps; t++) {
            ownStates.gradientStep(t).write(daAbove);
        }
    }

    void backward(Parameters gradient, State dLayer, StateGradients.Stack observed) {
        dLayer.readRows(layer.slot, units, dState);
        int start = direction.before(direction.first(steps));
        Arrays.fill(daAbove, 0);
        ownStates.gradientStep(start).write(daAbove);
        for (int i = chunks.size() - 1; i >= 0; i--) {
            Chunk chunk = chunks.get(direction.nth(chunks.size(), i));
            for (int step = chunk.steps() - 1; step >= 0; step--) {
                backward(chunk.from() + direction.nth(chunk.steps(), step), observed);
            }
            addWeightGradients(chunk, i == chunks.size() - 1);
            addInputGradient(chunk);
            // Until all have come here, others read this worker's ∂L/∂z of the chunk.
            workers.await(worker);
        }
        addOutputGradient(start);
        dLayer.writeRows(layer.slot, units, dState);
        dWaa.store(gradient.values());
        dBa.store(gradient.values());
        input.storeGradient(gradient);
    }

    /** From ∂L/∂ of the state after step t to ∂L/∂z&lt;t&gt; and ∂L/∂ of the state before it. */
    private void backward(int t, StateGradients.Stack observed) {
        addOutputGradient(t);
        observed.put(t, layer.slot, units, dState);
        padding.clear(t, dState);
        layer.cell.backward(tape.step(t), dState, dz);
        gates.writeDz(t, dz);
        if (input instanceof OneHotInput.Projection symbols) {
            symbols.scatter(t, gates.dz(t));
        }
        workers.await(worker);
        Matrix daBefore = ownStates.gradientStep(direction.before(t));
        for (int other = 0; other < waaBack.length; other++) {
            daBefore.addProduct(waaBack[other], shards.get(other).gates.recurrentDz(t));
        }
    }

    /** Adds to ∂L/∂a&lt;t&gt; what came from above and through the recurrent product of the step after. */
    private void addOutputGradient(int t) {
        ownStates.gradientStep(t).read(daAbove);
        Activations.add(daAbove, dState[0]);
    }

    /** dWaa = Σ dz&lt;t&gt;·a&lt;t-1&gt;ᵀ, dWax = Σ dz&lt;t&gt;·x&lt;t&gt;ᵀ, dba = Σ dz&lt;t&gt;, each over the steps and columns of the chunks so far. */
    private void addWeightGradients(Chunk chunk, boolean first) {
        dWaa.matrix.product(gates.recurrentDz(chunk), statesBefore[chunk.index()], !first);
        dBa.matrix.product(gates.dz(chunk), gates.ones(chunk), !first);
        if (input instanceof DenseInput.Projection dense) {
            dense.addWeightGradient(chunk, first);
        }
    }

    /** dx = Waxᵀ·dz of all units and both directions, for this worker's share of the units below. */
    private void addInputGradient(Chunk chunk) {
        for (int other = 0; other < waaBack.length; other++) {
            if (shards.get(other).input instanceof DenseInput.Projection dense) {
                dense.inputGradient(worker, chunk, direction == Direction.BACKWARD || other > 0);
            }
        }
    }
}
