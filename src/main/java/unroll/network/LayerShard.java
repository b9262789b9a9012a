package unroll.network;

import java.util.Arrays;
import unroll.cell.Cell;
import unroll.cell.Cell.Step;
import unroll.matrix.Matrix;
import unroll.matrix.PackedFactor;
import unroll.matrix.WorkerGroup;
import unroll.matrix.WorkerGroup.Share;

/**
 * What one member of a team does in a layer: its units' walk forward, the tape that leaves, and their exact walk back
 * (docs/derivations/bptt.md).
 *
 * <p>Members meet once a step: forward when all have written a&lt;t&gt;, because every unit's next pre-activation needs all of
 * it; back when all have written ∂L/∂z&lt;t&gt;.
 */
final class LayerShard {
    private final RecurrentLayer layer;
    private final LayerUnroll shared;
    private final WorkerGroup team;
    private final int member;
    private final Share units;
    private final InputProjection source;
    private final Direction direction;
    private final WeightShard waa;
    private final PackedFactor waaForward;
    private final WeightShard dWaa;
    /**
     * z: the units' pre-activations of all steps, and on the way back their gradients: [blocks·units × B·T]. Input and recurrent
     * products add up in it, so that nothing is added, and only one copy made, outside of BLAS.
     */
    private final Matrix[] zSteps;
    /** The rows of it that the recurrent product feeds. */
    private final Matrix zRecurrent;

    private final Matrix[] zRecurrentSteps;
    /** The units' rows of a, and of ∂L/∂ of it, of every step by {@link LayerStates#place}. */
    private final Matrix[] aSteps;

    private final Matrix[] daSteps;

    private final Step[] tape;
    private final float[][] biasSlabs;
    private final float[] zValues;
    private final float[] aValues;
    private final float[][] dState;
    private final float[][] dzSlabs;
    private final float[][] dBiasSlabs;
    /** From every member's pre-activations back to these units: its rows of Waa, their columns, transposed. */
    private PackedFactor[] waaBack = {};

    /** Steps of a pass, and what is multiplied after the way back through them. */
    private int steps;

    private Matrix dzOfPass;
    private Matrix aBeforeOfPass;

    LayerShard(LayerUnroll shared, WorkerGroup team, int member, LayerInput input) {
        this.layer = shared.layer;
        this.shared = shared;
        this.team = team;
        this.member = member;
        this.direction = layer.direction;
        Cell cell = layer.cell;
        units = team.share(layer.hidden, member);
        int columns = shared.room.columns();
        int room = shared.room.steps();
        int blocks = cell.blocks();
        int slab = units.count() * columns;
        waa = new WeightShard(layer.waa, cell.recurrentBlocks().size(), units);
        waaForward = PackedFactor.of(waa.matrix, columns);
        dWaa = new WeightShard(layer.waa, cell.recurrentBlocks().size(), units);
        Matrix z = Matrix.zeros(blocks * units.count(), Math.multiplyExact(columns, room));
        zRecurrent = z.rows(cell.recurrentFrom() * units.count(), z.rows());
        zSteps = LayerStates.steps(z, columns);
        zRecurrentSteps = LayerStates.steps(zRecurrent, columns);
        LayerStates own = shared.states.rows(units.from(), units.to());
        aSteps = own.steps();
        daSteps = own.gradientSteps();
        source = input.source(layer, units, z);
        tape = tape(room, slab);
        biasSlabs = new float[blocks][slab];
        zValues = new float[blocks * slab];
        aValues = new float[slab];
        dState = new float[cell.stateSlabs()][slab];
        dzSlabs = new float[blocks][slab];
        dBiasSlabs = new float[blocks][slab];
        steps = room;
        dzOfPass = zRecurrent;
        aBeforeOfPass = shared.states.before(direction, room).t();
    }

    /** From now on passes have so many steps. */
    void resize(int next) {
        steps = next;
        dzOfPass = zRecurrent.columns(0, next * shared.room.columns());
        aBeforeOfPass = shared.states.before(direction, next).t();
    }

    /** Called once all members' parts are there. */
    void connect() {
        waaBack = shared.parts.stream()
                .map(part -> part.waa.matrix.columns(units.from(), units.to()).t())
                .map(back -> PackedFactor.of(back, shared.room.columns()))
                .toArray(PackedFactor[]::new);
    }

    /** Steps that share their borders: the state after one is the state before the next. */
    private Step[] tape(int room, int slab) {
        Cell cell = layer.cell;
        float[][][] states = new float[room + 2][cell.stateSlabs()][slab];
        Step[] steps = new Step[room];
        for (int t = 0; t < room; t++) {
            float[][] before = states[LayerStates.place(direction.before(t))];
            float[][] after = states[LayerStates.place(t)];
            steps[t] = new Step(new float[cell.blocks()][slab], before, after, new float[cell.keptSlabs()][slab]);
        }
        return steps;
    }

    /** Takes over the weights as they are now, from the flat vector. */
    void loadWeights(float[] values) {
        waa.load(values);
        waaForward.changed();
        for (PackedFactor back : waaBack) {
            back.changed();
        }
        source.loadWeights(values);
        for (int block = 0; block < biasSlabs.length; block++) {
            int from = layer.ba.offset() + block * layer.hidden + units.from();
            for (int b = 0; b < shared.room.columns(); b++) {
                System.arraycopy(values, from, biasSlabs[block], b * units.count(), units.count());
            }
        }
    }

    /** @param start the layer's slabs before the first step; read only */
    void forward(float[][] start) {
        begin(start);
        source.project();
        team.meet(member);
        int end = direction.next(direction.last(steps));
        for (int t = direction.first(steps); t != end; t = direction.next(t)) {
            source.project(t, zSteps[t]);
            zRecurrentSteps[t].addProduct(waaForward, shared.aSteps[LayerStates.place(direction.before(t))]);
            Step step = tape[t];
            zSteps[t].read(zValues);
            GateBuffers.split(zValues, units.count(), step.z());
            for (int block = 0; block < biasSlabs.length; block++) {
                GateBuffers.add(biasSlabs[block], step.z()[block]);
            }
            layer.cell.forward(step);
            shared.blanks.clear(t, step.after());
            aSteps[LayerStates.place(t)].write(step.after()[0]);
            team.meet(member);
        }
    }

    private void begin(float[][] start) {
        int first = direction.first(steps);
        float[][] before = tape[first].before();
        for (int slab = 0; slab < start.length; slab++) {
            GateBuffers.takeRows(start[slab], layer.hidden, units, before[slab]);
        }
        aSteps[LayerStates.place(direction.before(first))].write(before[0]);
    }

    /** Copies the units' state after the last step into the layer's slabs. */
    void finalState(float[][] into) {
        state(direction.last(steps), into);
    }

    /** Copies the units' state after step t into the layer's slabs. */
    void state(int t, float[][] into) {
        for (int slab = 0; slab < into.length; slab++) {
            GateBuffers.putRows(tape[t].after()[slab], layer.hidden, units, into[slab]);
        }
    }

    /** Sets ∂L/∂ of what the units give above to zero, where nobody there sets it. */
    void clearGradient() {
        Arrays.fill(aValues, 0);
        for (int t = 0; t < steps; t++) {
            daSteps[LayerStates.place(t)].write(aValues);
        }
    }

    /**
     * The way back.
     *
     * @param dLayer in: ∂L/∂ of the layer's state after the last step, as far as it comes from later; out: ∂L/∂ of the
     *     state before the first, the units' rows of it
     * @param gradient the units' part of this layer's tensors is set in it
     * @param seen gets ∂L/∂ the state after every step
     */
    void backward(float[][] dLayer, Parameters gradient, StateGradients.Part seen) {
        for (int slab = 0; slab < dLayer.length; slab++) {
            GateBuffers.takeRows(dLayer[slab], layer.hidden, units, dState[slab]);
        }
        for (float[] slab : dBiasSlabs) {
            Arrays.fill(slab, 0);
        }
        int start = direction.before(direction.first(steps));
        Arrays.fill(aValues, 0);
        daSteps[LayerStates.place(start)].write(aValues);
        for (int t = direction.last(steps); t != start; t = direction.before(t)) {
            addRecurrentGradient(t);
            seen.put(t, shared.place, units, dState);
            shared.blanks.clear(t, dState);
            layer.cell.backward(tape[t], dState, dzSlabs);
            gatherGradient(t);
            team.meet(member);
            for (int other = 0; other < waaBack.length; other++) {
                daSteps[LayerStates.place(direction.before(t))].addProduct(
                        waaBack[other], shared.parts.get(other).zRecurrentSteps[t]);
            }
        }
        addRecurrentGradient(start);
        for (int slab = 0; slab < dLayer.length; slab++) {
            GateBuffers.putRows(dState[slab], layer.hidden, units, dLayer[slab]);
        }
        weightGradient(gradient);
    }

    /** Adds to ∂L/∂a<t> what came from above and through the recurrent product of the step after. */
    private void addRecurrentGradient(int t) {
        daSteps[LayerStates.place(t)].read(aValues);
        GateBuffers.add(aValues, dState[0]);
    }

    private void gatherGradient(int t) {
        for (int block = 0; block < dzSlabs.length; block++) {
            GateBuffers.add(dzSlabs[block], dBiasSlabs[block]);
        }
        GateBuffers.join(dzSlabs, units.count(), zValues);
        zSteps[t].write(zValues);
        source.gatherGradient(t, zValues);
    }

    /** dWaa = Σ dz<t>·a<t-1>ᵀ, dWax = Σ dz<t>·x<t>ᵀ, dba = Σ dz<t>, each over all steps and columns. */
    private void weightGradient(Parameters gradient) {
        dWaa.matrix.setProduct(dzOfPass, aBeforeOfPass);
        dWaa.store(gradient.values());
        for (int block = 0; block < dBiasSlabs.length; block++) {
            int at = layer.ba.offset() + block * layer.hidden + units.from();
            GateBuffers.sumColumns(dBiasSlabs[block], units.count(), gradient.values(), at);
        }
        source.weightGradient(gradient);
    }
}
