package unroll.cell;

import java.util.List;

/**
 * The pointwise mathematics of one kind of recurrent cell.
 *
 * <p>A cell works on <em>buffers</em>: float arrays of length n = hidden units × batch columns, one for each block of the
 * pre-activations z, each part of the state and each value kept for the backward pass. Every array is indexed by the same
 * i, in short loops without branches, because that is the form the JIT compiler turns into vector instructions. Matrix
 * products, biases and the walk through time belong to {@link unroll.network.RecurrentLayer}.
 *
 * <p>The blocks of z lie one above the other: the input product {@code Wax·x<t>} reaches the first ones, the recurrent
 * product {@code Waa·a<t-1>} the last ones. Where both reach a block they add up (Elman and LSTM: everywhere); the GRU's
 * candidate needs them apart, so it has a block for each.
 */
public interface Cell {
    /** Name on the command line and in checkpoints, for example {@code lstm}. */
    String name();

    /** Name in the window, for example {@code LSTM}. */
    String title();

    /** Number of blocks in z. */
    int blocks();

    /** What the input product feeds, from block 0 on, by name. */
    List<String> inputBlocks();

    /** What the recurrent product feeds, ending at the last block, by name. */
    List<String> recurrentBlocks();

    /** The blocks in the order PyTorch stacks them in {@code weight_ih} and {@code weight_hh}. */
    List<String> torchBlocks();

    /** Number of buffers in the state: a<t> first, and what the cell carries beside it (the LSTM's c<t>). */
    int stateBuffers();

    /** Number of buffers kept on the tape beside gates and states. */
    int cachedBuffers();

    /** The bias that a block starts with: 0, but 1 for the LSTM's forget gate. */
    default float initialBias(int block) {
        return 0;
    }

    /**
     * What a block's bias does to how long the cell remembers: 1 where a larger one keeps more of the past, −1 where it lets
     * more of the present in, 0 where it does neither.
     */
    default int memorySign(int block) {
        return 0;
    }

    /** First block that the recurrent product feeds. */
    default int recurrentFrom() {
        return blocks() - recurrentBlocks().size();
    }

    /** A block's name in formulas: as in the lists, with an x or an a behind where only the input or only the state reaches it. */
    default String blockName(int block) {
        List<String> input = inputBlocks();
        List<String> recurrent = recurrentBlocks();
        if (block < recurrentFrom()) {
            return input.get(block) + "x";
        }
        return block < input.size() ? input.get(block) : recurrent.get(block - recurrentFrom()) + "a";
    }

    /** From {@code z} (pre-activations) and {@code before} to {@code after}; leaves the gates' values in {@code z}. */
    void forward(Step step);

    /**
     * The backward pass through one step.
     *
     * @param step as {@link #forward} left it
     * @param dState in: ∂L/∂ of each buffer of {@code after}; out: ∂L/∂ of each buffer of {@code before}, as far as it does
     *     not flow through the recurrent product
     * @param dz out: ∂L/∂z, one buffer a block
     */
    void backward(Step step, float[][] dState, float[][] dz);

    /**
     * The tape of one step, every buffer of length n = hidden × columns.
     *
     * @param z pre-activations before {@link #forward}, gate values after it; [blocks]
     * @param before state before the step; [stateBuffers]
     * @param after state after the step; [stateBuffers]
     * @param kept what the cell keeps for the backward pass; [cachedBuffers]
     */
    record Step(float[][] z, float[][] before, float[][] after, float[][] kept) {}
}
