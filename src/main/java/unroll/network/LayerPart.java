package unroll.network;

import java.util.Arrays;
import unroll.cell.Cell;
import unroll.cell.Cell.Step;
import unroll.matrix.Matrix;
import unroll.matrix.Team;
import unroll.matrix.Team.Share;

/**
 * What one member of a team does in a layer: its units' walk forward, the tape that leaves, and their exact walk back
 * (docs/derivations/bptt.md).
 *
 * <p>Members meet once a step: forward when all have written a&lt;t&gt;, because every unit's next pre-activation needs all of
 * it; back when all have written ∂L/∂z&lt;t&gt;.
 */
final class LayerPart {
    private final RecurrentLayer layer;
    private final LayerUnroll shared;
    private final Team team;
    private final int member;
    private final Share units;
    private final Source source;
    private final int steps;

    private final Rows waa;
    private final Rows dWaa;
    /**
     * The units' pre-activations of all steps, and on the way back their gradients: [blocks·units × B·T]. Input and recurrent
     * products add up in it, so that nothing is added, and only one copy made, outside of BLAS.
     */
    private final Matrix z;

    private final Matrix[] zSteps;
    /** The rows of it that the recurrent product feeds. */
    private final Matrix zRecurrent;

    private final Matrix[] zRecurrentSteps;
    /** The units' rows of a<0> … a<T> and of ∂L/∂ of them. */
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
    private Matrix[] waaBack = {};

    /** Makes the source of this member's units, given their z. */
    interface Sources {
        Source of(Share units, Matrix z);
    }

    LayerPart(LayerUnroll shared, Team team, int member, Sources sources) {
        this.layer = shared.layer;
        this.shared = shared;
        this.team = team;
        this.member = member;
        this.steps = shared.steps;
        Cell cell = layer.cell;
        units = team.share(layer.hidden, member);
        int columns = shared.columns;
        int blocks = cell.blocks();
        int slab = units.count() * columns;
        waa = new Rows(layer.waa, cell.recurrentBlocks().size(), units);
        dWaa = new Rows(layer.waa, cell.recurrentBlocks().size(), units);
        z = Matrix.zeros(blocks * units.count(), columns * steps);
        zRecurrent = z.rows(cell.recurrentFrom() * units.count(), z.rows());
        zSteps = steps(z, columns);
        zRecurrentSteps = steps(zRecurrent, columns);
        aSteps = steps(shared.a.rows(units.from(), units.to()), columns);
        daSteps = steps(shared.da.rows(units.from(), units.to()), columns);
        source = sources.of(units, z);
        tape = tape(cell, steps, slab);
        biasSlabs = new float[blocks][slab];
        zValues = new float[blocks * slab];
        aValues = new float[slab];
        dState = new float[cell.stateSlabs()][slab];
        dzSlabs = new float[blocks][slab];
        dBiasSlabs = new float[blocks][slab];
    }

    /** Called once all members' parts are there. */
    void connect() {
        waaBack = shared.parts.stream()
                .map(part -> part.waa.matrix.columns(units.from(), units.to()).t())
                .toArray(Matrix[]::new);
    }

    /** Steps that share their borders: the state after one is the state before the next. */
    private static Step[] tape(Cell cell, int steps, int slab) {
        Step[] tape = new Step[steps];
        float[][] before = new float[cell.stateSlabs()][slab];
        for (int t = 0; t < steps; t++) {
            float[][] after = new float[cell.stateSlabs()][slab];
            tape[t] = new Step(new float[cell.blocks()][slab], before, after, new float[cell.keptSlabs()][slab]);
            before = after;
        }
        return tape;
    }

    /** The steps of a sequence as views, made once: a view a product would be garbage a step. */
    static Matrix[] steps(Matrix sequence, int columns) {
        Matrix[] views = new Matrix[sequence.columns() / columns];
        for (int t = 0; t < views.length; t++) {
            views[t] = sequence.columns(t * columns, (t + 1) * columns);
        }
        return views;
    }

    /** Takes over the weights as they are now, from the flat vector. */
    void loadWeights(float[] values) {
        waa.load(values);
        source.loadWeights(values);
        for (int block = 0; block < biasSlabs.length; block++) {
            int from = layer.ba.offset() + block * layer.hidden + units.from();
            for (int b = 0; b < shared.columns; b++) {
                System.arraycopy(values, from, biasSlabs[block], b * units.count(), units.count());
            }
        }
    }

    /** @param start the layer's slabs before the first step; read only */
    void forward(float[][] start) {
        for (int slab = 0; slab < start.length; slab++) {
            Slabs.takeRows(start[slab], layer.hidden, units, tape[0].before()[slab]);
        }
        aSteps[0].write(tape[0].before()[0]);
        source.project();
        team.meet(member);
        for (int t = 0; t < steps; t++) {
            source.project(t, zSteps[t]);
            zRecurrentSteps[t].addProduct(waa.matrix, shared.aSteps[t]);
            Step step = tape[t];
            zSteps[t].read(zValues);
            Slabs.split(zValues, units.count(), step.z());
            for (int block = 0; block < biasSlabs.length; block++) {
                Slabs.add(biasSlabs[block], step.z()[block]);
            }
            layer.cell.forward(step);
            shared.blanks.clear(t, step.after());
            aSteps[t + 1].write(step.after()[0]);
            team.meet(member);
        }
    }

    /** Copies the units' state after the last step into the layer's slabs. */
    void finalState(float[][] into) {
        for (int slab = 0; slab < into.length; slab++) {
            Slabs.putRows(tape[steps - 1].after()[slab], layer.hidden, units, into[slab]);
        }
    }

    /**
     * The way back.
     *
     * @param dLayer in: ∂L/∂ of the layer's state after the last step, as far as it comes from later; out: ∂L/∂ of the
     *     state before the first, the units' rows of it
     * @param gradient the units' part of this layer's tensors is set in it
     */
    void backward(float[][] dLayer, Parameters gradient) {
        for (int slab = 0; slab < dLayer.length; slab++) {
            Slabs.takeRows(dLayer[slab], layer.hidden, units, dState[slab]);
        }
        for (float[] slab : dBiasSlabs) {
            Arrays.fill(slab, 0);
        }
        Arrays.fill(aValues, 0);
        daSteps[0].write(aValues);
        for (int t = steps - 1; t >= 0; t--) {
            addRecurrentGradient(t + 1);
            shared.blanks.clear(t, dState);
            layer.cell.backward(tape[t], dState, dzSlabs);
            gatherGradient(t);
            team.meet(member);
            for (int other = 0; other < waaBack.length; other++) {
                daSteps[t].addProduct(waaBack[other], shared.parts.get(other).zRecurrentSteps[t]);
            }
        }
        addRecurrentGradient(0);
        for (int slab = 0; slab < dLayer.length; slab++) {
            Slabs.putRows(dState[slab], layer.hidden, units, dLayer[slab]);
        }
        weightGradient(gradient);
    }

    /** Adds to ∂L/∂a<t> what came from above and through the recurrent product of the step after. */
    private void addRecurrentGradient(int t) {
        daSteps[t].read(aValues);
        Slabs.add(aValues, dState[0]);
    }

    private void gatherGradient(int t) {
        for (int block = 0; block < dzSlabs.length; block++) {
            Slabs.add(dzSlabs[block], dBiasSlabs[block]);
        }
        Slabs.join(dzSlabs, units.count(), zValues);
        zSteps[t].write(zValues);
        source.gatherGradient(t, zValues);
    }

    /** dWaa = Σ dz<t>·a<t-1>ᵀ, dWax = Σ dz<t>·x<t>ᵀ, dba = Σ dz<t>, each over all steps and columns. */
    private void weightGradient(Parameters gradient) {
        dWaa.matrix.setProduct(zRecurrent, shared.aBefore.t());
        dWaa.store(gradient.values());
        for (int block = 0; block < dBiasSlabs.length; block++) {
            int at = layer.ba.offset() + block * layer.hidden + units.from();
            Slabs.sumColumns(dBiasSlabs[block], units.count(), gradient.values(), at);
        }
        source.weightGradient(gradient);
    }
}
