package unroll.network;

import java.util.Arrays;
import unroll.matrix.Matrix;
import unroll.matrix.Team;
import unroll.matrix.Team.Share;
import unroll.network.Parameters.Tensor;

/**
 * The output {@code ŷ<t> = softmax(Wya·a<t> + by)} over T steps of B columns. Going up, each member of the team works on its
 * share of the columns; going back, on its share of the top layer's units.
 */
final class OutputLayer {
    private final Tensor wyaPlace;
    private final Tensor byPlace;
    private final int vocabulary;
    private final Matrix wya;
    private final Matrix dWya;
    private final float[] by;
    /** Logits, later ∂L/∂ of them: [V × B·T]. */
    private final Matrix logits;

    private final Matrix top;
    private final Part[] parts;

    /** A member's columns of the logits, and its units of the top layer. */
    private final class Part {
        final Share columns;
        final Matrix topColumns;
        final Matrix logitColumns;
        final float[] values;
        final float[] dBy = new float[vocabulary];
        final Share units;
        final Matrix wyaUnits;
        final Matrix dWyaUnits;
        final Matrix wyaUnitsTransposed;
        final Matrix topUnitsTransposed;
        final Matrix dTopUnits;

        Part(Share columns, Share units, Matrix dTop) {
            this.columns = columns;
            this.topColumns = top.columns(columns.from(), columns.to());
            this.logitColumns = logits.columns(columns.from(), columns.to());
            this.values = new float[vocabulary * columns.count()];
            this.units = units;
            this.wyaUnits = wya.columns(units.from(), units.to());
            this.dWyaUnits = dWya.columns(units.from(), units.to());
            this.wyaUnitsTransposed = wyaUnits.t();
            this.topUnitsTransposed = top.rows(units.from(), units.to()).t();
            this.dTopUnits = dTop.rows(units.from(), units.to());
        }
    }

    OutputLayer(Network network, LayerUnroll topLayer, Team team) {
        wyaPlace = network.wya;
        byPlace = network.by;
        vocabulary = wyaPlace.rows();
        top = topLayer.output();
        wya = Matrix.zeros(vocabulary, wyaPlace.columns());
        dWya = Matrix.zeros(vocabulary, wyaPlace.columns());
        by = new float[vocabulary];
        logits = Matrix.zeros(vocabulary, top.columns());
        parts = new Part[team.members()];
        for (int member = 0; member < parts.length; member++) {
            Share columns = team.share(top.columns(), member);
            Share units = team.share(top.rows(), member);
            parts[member] = new Part(columns, units, topLayer.outputGradient());
        }
    }

    /** Takes over the weights as they are now, from the flat vector; every member its units' columns. */
    void loadWeights(int member, float[] values) {
        Part part = parts[member];
        part.wyaUnits.write(values, wyaPlace.offset() + part.units.from() * vocabulary);
        if (member == 0) {
            System.arraycopy(values, byPlace.offset(), by, 0, vocabulary);
        }
    }

    /** Logits of the member's columns. */
    void forward(int member) {
        Part part = parts[member];
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
        for (Part part : parts) {
            System.arraycopy(part.values, 0, into, part.columns.from() * vocabulary, part.values.length);
        }
    }

    /**
     * The loss of the member's columns; their logits become its gradient.
     *
     * @param targets of all columns
     * @return the sum of −ln ŷ[target], in nats
     */
    double loss(int member, int[] targets, float scale) {
        Part part = parts[member];
        double loss = Softmax.lossAndGradient(part.values, vocabulary, targets, part.columns.from(), scale);
        part.logitColumns.write(part.values);
        Arrays.fill(part.dBy, 0);
        for (int i = 0; i < part.values.length; i += vocabulary) {
            for (int v = 0; v < vocabulary; v++) {
                part.dBy[v] += part.values[i + v];
            }
        }
        return loss;
    }

    /** Sets dWya and ∂L/∂a for the member's units, and member 0 sets dby. */
    void backward(int member, Parameters gradient) {
        Part part = parts[member];
        part.dWyaUnits.setProduct(logits, part.topUnitsTransposed);
        part.dWyaUnits.read(gradient.values(), wyaPlace.offset() + part.units.from() * vocabulary);
        part.dTopUnits.setProduct(part.wyaUnitsTransposed, logits);
        if (member == 0) {
            Arrays.fill(gradient.values(), byPlace.offset(), byPlace.offset() + vocabulary, 0);
            for (Part each : parts) {
                for (int v = 0; v < vocabulary; v++) {
                    gradient.values()[byPlace.offset() + v] += each.dBy[v];
                }
            }
        }
    }
}
