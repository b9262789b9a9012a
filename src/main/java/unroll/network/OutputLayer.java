package unroll.network;

import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup;
import unroll.matrix.WorkerGroup.Share;
import unroll.network.Parameters.ParameterTensor;

/**
 * The output {@code ŷ<t> = softmax(Wya·a<t> + by)} over T steps of B columns. Going up, each worker works on its
 * share of the columns; going back, on its share of the top layer's units.
 */
final class OutputLayer {
    private final ParameterTensor wyaEntry;
    private final ParameterTensor byEntry;
    private final int vocabulary;
    private final Matrix wya;
    private final Matrix dWya;
    private final Matrix dBy;
    private final float[] by;
    /** A product with it is the sum of the columns. */
    private final Matrix allOnes;
    /** Logits, later ∂L/∂ of them: [V × B·T], of all steps there is room for. */
    private final Matrix allLogits;

    private final LayerStates top;
    private final int columns;
    private final WorkerGroup workers;
    private Shard[] parts;
    private int steps;

    /** A worker's columns of the logits, and its units of the top layer. */
    private final class Shard {
        final Share columns;
        final Matrix topColumns;
        final Matrix logitColumns;
        final float[] values;
        final Share units;
        final Matrix logits;
        final Matrix ones;
        final Matrix wyaUnits;
        final Matrix dWyaUnits;
        final Matrix wyaUnitsTransposed;
        final Matrix topUnitsTransposed;
        final Matrix dTopUnits;

        Shard(Share columns, Share units, int steps) {
            this.columns = columns;
            this.topColumns = top.output(steps).columns(columns.from(), columns.to());
            this.logitColumns = allLogits.columns(columns.from(), columns.to());
            this.values = new float[vocabulary * columns.count()];
            this.units = units;
            this.logits = allLogits.columns(0, columnsOf(steps));
            this.ones = allOnes.rows(0, columnsOf(steps));
            this.wyaUnits = wya.columns(units.from(), units.to());
            this.dWyaUnits = dWya.columns(units.from(), units.to());
            this.wyaUnitsTransposed = wyaUnits.t();
            this.topUnitsTransposed =
                    top.output(steps).rows(units.from(), units.to()).t();
            this.dTopUnits = top.outputGradient(steps).rows(units.from(), units.to());
        }
    }

    /** @param top the top layer's states */
    OutputLayer(Network network, LayerStates top, Capacity capacity, WorkerGroup workers) {
        this.top = top;
        this.columns = capacity.columns();
        this.workers = workers;
        wyaEntry = network.wya;
        byEntry = network.by;
        vocabulary = wyaEntry.rows();
        wya = Matrix.zeros(vocabulary, wyaEntry.columns());
        dWya = Matrix.zeros(vocabulary, wyaEntry.columns());
        by = new float[vocabulary];
        dBy = Matrix.zeros(vocabulary, 1);
        allOnes = Matrix.ones(columnsOf(capacity.steps()));
        allLogits = Matrix.zeros(vocabulary, columnsOf(capacity.steps()));
        steps = capacity.steps();
        parts = parts(steps);
    }

    private int columnsOf(int steps) {
        return Math.multiplyExact(columns, steps);
    }

    private Shard[] parts(int steps) {
        Shard[] made = new Shard[workers.size()];
        for (int worker = 0; worker < made.length; worker++) {
            Share ofColumns = workers.share(columnsOf(steps), worker);
            made[worker] = new Shard(ofColumns, workers.share(top.units(), worker), steps);
        }
        return made;
    }

    /** The next pass has so many steps. */
    void resize(int next) {
        if (next != steps) {
            steps = next;
            parts = parts(next);
        }
    }

    /** Takes over the weights as they are now, from the flat vector; every worker its units' columns. */
    void loadWeights(int worker, float[] values) {
        Shard part = parts[worker];
        part.wyaUnits.write(values, wyaEntry.offset() + part.units.from() * vocabulary);
        if (worker == 0) {
            System.arraycopy(values, byEntry.offset(), by, 0, vocabulary);
        }
    }

    /** Logits of the worker's columns. */
    void forward(int worker) {
        Shard part = parts[worker];
        part.logitColumns.setProduct(wya, part.topColumns);
        part.logitColumns.read(part.values);
        for (int i = 0; i < part.values.length; i += vocabulary) {
            for (int v = 0; v < vocabulary; v++) {
                part.values[i + v] += by[v];
            }
        }
    }

    /** Copies the logits of the last forward pass into {@code into}, column after column. */
    void readLogits(float[] into) {
        for (Shard part : parts) {
            System.arraycopy(part.values, 0, into, part.columns.from() * vocabulary, part.values.length);
        }
    }

    /**
     * The loss of the worker's columns; their logits become its gradient.
     *
     * @param targets of all columns
     * @return the sum of −ln ŷ[target], in nats
     */
    double loss(int worker, int[] targets, CrossEntropyLoss function) {
        Shard part = parts[worker];
        double loss = function.lossAndGradient(part.values, vocabulary, targets, part.columns.from());
        part.logitColumns.write(part.values);
        return loss;
    }

    /** Sets dWya and ∂L/∂a for the worker's units, and worker 0 sets dby. */
    void backward(int worker, Parameters gradient) {
        Shard part = parts[worker];
        part.dWyaUnits.setProduct(part.logits, part.topUnitsTransposed);
        part.dWyaUnits.read(gradient.values(), wyaEntry.offset() + part.units.from() * vocabulary);
        part.dTopUnits.setProduct(part.wyaUnitsTransposed, part.logits);
        if (worker == 0) {
            dBy.setProduct(part.logits, part.ones);
            dBy.read(gradient.values(), byEntry.offset());
        }
    }
}
