package unroll.network;

import java.util.Locale;
import java.util.stream.Stream;
import unroll.cell.Cell;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;
import unroll.network.Parameters.ParameterTensor;

/**
 * How the weights of a new network are drawn. Biases are 0 except where a scheme or the cell says otherwise (the LSTM's forget
 * gate starts at 1: F. Gers et al., "Learning to forget", 2000; R. Jozefowicz et al., 2015, section 4).
 *
 * <p>Unless a scheme says otherwise, the weights of the lowest layer are drawn from N(0, 1): of a one-hot input a single
 * entry is 1, so that a unit is reached by one weight at a time, and its fan-in is 1, not V. The weights between two layers and
 * those of the output are drawn uniformly from ±√(6 / (fan-in + fan-out)), gate by gate (X. Glorot, Y. Bengio,
 * "Understanding the difficulty of training deep feedforward neural networks", 2010, equation 16).
 *
 * <p>docs/benchmarks/initialization.md has what they were chosen by.
 */
public enum Initialization {
    /**
     * Waa orthogonal, a matrix of its own for each gate, so that neither state nor gradient grows or shrinks by it (A. Saxe, J.
     * McClelland, S. Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", 2013).
     */
    STANDARD("Standard", "Orthogonal recurrent weights, and inputs drawn so that the first layer hears them at once.") {
        @Override
        void fillRecurrent(RecurrentLayer layer, WeightFiller weights) {
            weights.orthogonal(layer.waa, layer.hidden);
        }
    },
    /** The same, but Waa drawn as the weights between layers are: ±√(3 / n_a). */
    GLOROT(
            "Glorot",
            "As the standard, but the recurrent weights are drawn one by one, to a scale that suits their number.") {
        @Override
        void fillRecurrent(RecurrentLayer layer, WeightFiller weights) {
            weights.glorot(layer.waa, layer.hidden);
        }
    },
    /**
     * The same, but Waa = 0.9·I for every gate, so that each unit begins with what it held itself, and a one-hot input from
     * N(0, 0.3²), so that what comes in does not drown it (after Q. Le, N. Jaitly, G. Hinton, "A simple way to initialize recurrent networks
     * of rectified linear units", 2015, who take 1 and start every sequence from zero; where the state is carried on, a
     * rectifier's would grow without end).
     */
    IDENTITY(
            "Identity",
            "Every unit starts out connected to itself alone, so that it holds what it had; good for what is far apart.") {
        private static final float GAIN = 0.9f;
        private static final float DEVIATION = 0.3f;

        @Override
        void fillInput(RecurrentLayer layer, WeightFiller weights) {
            if (layer.readsSymbols) {
                weights.normal(layer.wax, DEVIATION);
            } else {
                super.fillInput(layer, weights);
            }
        }

        @Override
        void fillRecurrent(RecurrentLayer layer, WeightFiller weights) {
            weights.identity(layer.waa, layer.hidden, GAIN);
        }
    },
    /**
     * As {@link #STANDARD}, but gates start with memories of all lengths up to T steps, the window or the longest example: the
     * bias of a gate that keeps is ln(u) with u uniform from 1 to T − 1, and of one that takes in −ln(u) for the same unit (C.
     * Tallec, Y. Ollivier, "Can recurrent neural networks warp time?", 2018, equations 16 and 17). Cells without such gates
     * start as with {@link #STANDARD}.
     */
    CHRONO(
            "Chrono",
            "As the standard, but gates start with memories of all lengths up to the window; for what is far apart.") {
        @Override
        void fillRecurrent(RecurrentLayer layer, WeightFiller weights) {
            weights.orthogonal(layer.waa, layer.hidden);
        }

        @Override
        void fillBiases(RecurrentLayer layer, WeightFiller weights, int steps) {
            Cell cell = layer.cell;
            super.fillBiases(layer, weights, steps);
            weights.chrono(layer.ba, layer.hidden, steps, cell::memorySign);
        }
    },
    /** All weights uniform in ±1/√n_a, as PyTorch has them, and as this program had them before there was a choice. */
    UNIFORM("Uniform", "All weights between plus and minus 1/√n, as PyTorch starts: slow to begin with.") {
        @Override
        void fillInput(RecurrentLayer layer, WeightFiller weights) {
            weights.uniform(layer.wax, bound(layer.hidden));
        }

        @Override
        void fillRecurrent(RecurrentLayer layer, WeightFiller weights) {
            weights.uniform(layer.waa, bound(layer.hidden));
        }

        @Override
        void fillOutput(ParameterTensor wya, WeightFiller weights) {
            weights.uniform(wya, bound(wya.columns()));
        }

        private static float bound(int hidden) {
            return (float) (1 / Math.sqrt(hidden));
        }
    };

    /** Standard deviation of the weights from a one-hot input. */
    private static final float ONE_HOT_DEVIATION = 1;

    private final String title;
    private final String help;

    Initialization(String title, String help) {
        this.title = title;
        this.help = help;
    }

    /**
     * Draws the weights and biases of a layer.
     *
     * @param steps T, up to which memories may reach
     */
    final void fill(RecurrentLayer layer, WeightFiller weights, int steps) {
        fillInput(layer, weights);
        fillRecurrent(layer, weights);
        fillBiases(layer, weights, steps);
    }

    void fillInput(RecurrentLayer layer, WeightFiller weights) {
        if (layer.readsSymbols) {
            weights.normal(layer.wax, ONE_HOT_DEVIATION);
        } else {
            weights.glorot(layer.wax, layer.hidden);
        }
    }

    abstract void fillRecurrent(RecurrentLayer layer, WeightFiller weights);

    void fillBiases(RecurrentLayer layer, WeightFiller weights, int steps) {
        weights.constant(layer.ba, layer.hidden, layer.cell::initialBias);
    }

    /** Draws the weights of the output; its biases are 0. */
    void fillOutput(ParameterTensor wya, WeightFiller weights) {
        weights.glorot(wya, wya.rows());
    }

    /** As it is written on the command line and in files, for example {@code standard}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the window. */
    public String title() {
        return title;
    }

    /** One sentence about it for a user. */
    public String help() {
        return help;
    }

    /**
     * The scheme of this name, in capitals or small letters.
     *
     * @throws ProblemException where there is none
     */
    public static Initialization named(String word) {
        return Stream.of(values())
                .filter(scheme -> scheme.word().equalsIgnoreCase(word))
                .findAny()
                .orElseThrow(() -> Reason.UNKNOWN_NAME.exception(
                        "initialization",
                        Wording.quote(word),
                        Stream.of(values()).map(Initialization::word).toList()));
    }
}
