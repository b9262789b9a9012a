package unroll.network;

import java.util.Arrays;
import java.util.Objects;
import unroll.matrix.Activations;
import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup.Share;
import unroll.network.Parameters.ParameterTensor;

/** The symbols that the lowest layer reads, as one-hot columns that nobody multiplies. */
final class OneHotInput implements LayerInput {
    private final int columns;
    private final int vocabulary;
    /** As given, step-major, but any symbol, 0, where there is none: what is made of it is set to zero. */
    private final int[] symbols;

    /** @param vocabulary how many different symbols there are */
    OneHotInput(int vocabulary, Capacity capacity) {
        this.columns = capacity.columns();
        this.vocabulary = vocabulary;
        this.symbols = new int[Math.multiplyExact(capacity.steps(), columns)];
    }

    /**
     * Takes over the symbols of a pass, step-major.
     *
     * @throws IndexOutOfBoundsException where one is not of the vocabulary
     */
    void read(int[] inputs) {
        for (int i = 0; i < inputs.length; i++) {
            symbols[i] = inputs[i] == Unroll.PAD ? 0 : Objects.checkIndex(inputs[i], vocabulary);
        }
    }

    @Override
    public Projection projection(RecurrentLayer layer, Share units, GateMatrix gates) {
        return new Projection(layer, units);
    }

    /** The symbol of step t and column b. */
    int symbol(int t, int b) {
        return symbols[t * columns + b];
    }

    /**
     * Wax for some hidden units: Wax·x&lt;t&gt; is a column of it, so it is gathered, and its gradient is a sum by symbol. Neither
     * is a product, which saves a seventh of the work of a step.
     */
    final class Projection implements LayerInput.Projection {
        private final ParameterTensor wax;
        private final Share units;
        private final int inputBlocks;
        /** By symbol its column of Wax, and 0 for blocks that no input reaches. */
        private final float[][] table;
        /** By symbol the sum of ∂L/∂z over the steps that read it; begins and ends at 0. */
        private final float[][] gradientSums;

        private final float[] column;

        Projection(RecurrentLayer layer, Share units) {
            this.wax = layer.wax;
            this.units = units;
            this.inputBlocks = layer.cell.inputBlocks().size();
            this.column = new float[layer.cell.blocks() * units.count()];
            this.table = new float[vocabulary][column.length];
            this.gradientSums = new float[vocabulary][column.length];
        }

        @Override
        public void loadWeights(float[] values) {
            for (int symbol = 0; symbol < vocabulary; symbol++) {
                for (int block = 0; block < inputBlocks; block++) {
                    System.arraycopy(values, at(symbol, block), table[symbol], block * units.count(), units.count());
                }
            }
        }

        /** Where the units' part of a block of a symbol's column begins in the flat vector. */
        private int at(int symbol, int block) {
            return wax.offset() + symbol * wax.rows() + block * (wax.rows() / inputBlocks) + units.from();
        }

        /** z&lt;t&gt; = Wax·x&lt;t&gt;. */
        void gather(int t, Matrix z) {
            for (int b = 0; b < columns; b++) {
                z.writeColumn(b, table[symbol(t, b)]);
            }
        }

        /** Adds ∂L/∂z&lt;t&gt; to the sums of its symbols. */
        void scatter(int t, Matrix dz) {
            for (int b = 0; b < columns; b++) {
                dz.readColumn(b, column);
                Activations.add(column, gradientSums[symbol(t, b)]);
            }
        }

        /** Begins new sums, too. */
        @Override
        public void weightGradient(Parameters gradient) {
            for (int symbol = 0; symbol < vocabulary; symbol++) {
                float[] sums = gradientSums[symbol];
                for (int block = 0; block < inputBlocks; block++) {
                    System.arraycopy(sums, block * units.count(), gradient.values(), at(symbol, block), units.count());
                }
                Arrays.fill(sums, 0);
            }
        }
    }
}
