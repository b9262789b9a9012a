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

    private final GateMatrix[] gatesOfAll;
    /** ba, once for every column. */
    private final float[][] biases;
    // What one step of the backward pass works on.
    private final float[] daAbove;
    private final float[][] dState;
    private final float[][] dz;

    private int steps;
    private Matrix statesBefore;

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
        gates = new GateMatrix(cell, units.count(), capacity);
        this.input = input.projection(layer, units, gates);
        tape = new Tape(layer, units, capacity);
        waa = new WeightShard(layer.waa, cell.recurrentBlocks().size(), units);
        dWaa = new WeightShard(layer.waa, cell.recurrentBlocks().size(), units);
        ba = new WeightShard(layer.ba, cell.blocks(), units);
        dBa = new WeightShard(layer.ba, cell.blocks(), units);
        waaForward = PackedFactor.of(waa.matrix, capacity.columns());
        waaBack = new PackedFactor[workers.size()];
        gatesOfAll = new GateMatrix[workers.size()];
        int buffer = units.count() * capacity.columns();
        biases = new float[cell.blocks()][buffer];
        daAbove = new float[buffer];
        dState = new float[cell.stateBuffers()][buffer];
        dz = new float[cell.blocks()][buffer];
        steps = capacity.steps();
        statesBefore = states.before(direction, steps).t();
    }

    /** Called once all workers' shards are there. */
    void connect(List<LayerShard> shards) {
        for (int other = 0; other < waaBack.length; other++) {
            Matrix back = shards.get(other).waa.matrix.columns(units.from(), units.to());
            waaBack[other] = PackedFactor.of(back.t(), states.capacity().columns());
            gatesOfAll[other] = shards.get(other).gates;
        }
    }

    void resize(int next) {
        steps = next;
        gates.resize(next);
        statesBefore = states.before(direction, next).t();
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
        if (input instanceof DenseInput.Projection dense) {
            dense.project();
        }
        workers.await(worker);
        int end = direction.next(direction.last(steps));
        for (int t = first; t != end; t = direction.next(t)) {
            forward(t);
            workers.await(worker);
        }
    }

    /** z&lt;t&gt; = Wax·x&lt;t&gt; + Waa·a&lt;t-1&gt; + ba; the cell. */
    private void forward(int t) {
        if (input instanceof OneHotInput.Projection symbols) {
            symbols.gather(t, gates.step(t));
        }
        gates.recurrentStep(t).addProduct(waaForward, states.step(direction.before(t)));
        Step step = tape.step(t);
        gates.read(t, step.z());
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
        for (int t = direction.last(steps); t != start; t = direction.before(t)) {
            addOutputGradient(t);
            observed.put(t, layer.slot, units, dState);
            padding.clear(t, dState);
            layer.cell.backward(tape.step(t), dState, dz);
            gates.write(t, dz);
            if (input instanceof OneHotInput.Projection symbols) {
                symbols.scatter(t, gates.step(t));
            }
            workers.await(worker);
            Matrix daBefore = ownStates.gradientStep(direction.before(t));
            for (int other = 0; other < waaBack.length; other++) {
                daBefore.addProduct(waaBack[other], gatesOfAll[other].recurrentStep(t));
            }
        }
        addOutputGradient(start);
        dLayer.writeRows(layer.slot, units, dState);
        weightGradient(gradient);
    }

    /** Adds to ∂L/∂a&lt;t&gt; what came from above and through the recurrent product of the step after. */
    private void addOutputGradient(int t) {
        ownStates.gradientStep(t).read(daAbove);
        Activations.add(daAbove, dState[0]);
    }

    /** dWaa = Σ dz&lt;t&gt;·a&lt;t-1&gt;ᵀ, dWax = Σ dz&lt;t&gt;·x&lt;t&gt;ᵀ, dba = Σ dz&lt;t&gt;, each over all steps and columns. */
    private void weightGradient(Parameters gradient) {
        dWaa.matrix.setProduct(gates.recurrentPass(), statesBefore);
        dWaa.store(gradient.values());
        dBa.matrix.setProduct(gates.pass(), gates.ones());
        dBa.store(gradient.values());
        input.weightGradient(gradient);
    }

    /** dx = Waxᵀ·dZ for a worker's share of the units below. */
    void inputGradient(int ofWorker, Matrix dx, boolean adds) {
        if (input instanceof DenseInput.Projection dense) {
            dense.inputGradient(ofWorker, dx, adds);
        }
    }
}
