package unroll.train;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import unroll.cell.Cell;
import unroll.message.Formats;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Capacity;
import unroll.network.Chunk;
import unroll.network.NetworkSpec;

/**
 * The memory that training takes, before any of it is taken; docs/architecture.md states the formula. Left out is what
 * grows with none of the large numbers' products: a few buffers a layer, the text, the program itself.
 *
 * @param heap bytes on Java's heap: the tape, weights and their copies, the optimizer's memory
 * @param offHeap bytes beside it: the matrices
 */
public record MemoryEstimate(long heap, long offHeap) {

    /** Of each weight: value, gradient, last good value, and a value for the network that writes samples. */
    private static final int WEIGHT_COPIES = 4;

    /** Weights and moments together, once as they were best and once on their way into a file. */
    private static final int SAVED_COPIES = 2;

    /** Matrices of value and gradient. */
    private static final int MATRIX_COPIES = 2;

    /** Of recurrent weights, packed for the forward and for the backward product of a step. */
    private static final int PACKED_COPIES = 2;

    /** Columns of Wax by symbol, and the sums of their gradients. */
    private static final int TABLES = 2;

    /**
     * What training takes.
     *
     * @param capacity of its unroll, see {@link Workload}
     */
    public static MemoryEstimate of(NetworkSpec spec, TrainingConfig config, Capacity capacity) {
        Cell cell = spec.kind();
        // An encoder has as many layers again, for its own steps.
        long places = ((long) capacity.steps() + capacity.source()) * capacity.columns();
        long units = places * spec.width() * spec.layers();
        long dropped = spec.dropout() > 0 ? places * spec.width() * (spec.layers() - 1) : 0;
        long logits = (long) capacity.steps() * capacity.columns() * spec.outputs();
        // The tape: gates, states, what the cell keeps; dropout's mask and its values.
        long heap = units * (cell.blocks() + cell.stateBuffers() + cell.cachedBuffers()) + 2 * dropped + logits;
        // Pre-activations of a chunk, activations, and the gradient from above; what dropout lets through.
        long chunks = chunkColumns(spec, config, capacity.steps(), capacity.columns())
                + chunkColumns(spec, config, capacity.source(), capacity.columns());
        long gates = chunks * spec.width() * spec.layers() * cell.blocks();
        long offHeap = gates + units * 2 + dropped + logits;
        // Wax of the lowest layer is gathered from a table on the heap, and its gradient is summed by symbol. What
        // writes samples has a copy of all other weights there. Recurrent weights are packed for each direction.
        long symbols = (long) spec.inputs() + spec.vocabularies().source();
        long gathered = symbols * spec.width() * cell.inputBlocks().size();
        // An average of the weights is copied and saved as a moment is.
        long moments = config.optimizer().kind().moments() + (config.weightAverage() > 0 ? 1 : 0);
        long multiplied = spec.parameters() - gathered;
        heap += spec.parameters() * (WEIGHT_COPIES + moments + SAVED_COPIES * (1 + moments)) + multiplied;
        heap += TABLES * symbols * spec.width() * cell.blocks();
        long stacks = spec.hasEncoder() ? 2 : 1;
        long recurrent = stacks
                * spec.layers()
                * spec.width()
                * spec.hidden()
                * cell.recurrentBlocks().size();
        offHeap += MATRIX_COPIES * multiplied + PACKED_COPIES * recurrent;
        return new MemoryEstimate(heap * Float.BYTES, offHeap * Float.BYTES);
    }

    /** Columns of a chunk; 0 where there are no steps. */
    private static long chunkColumns(NetworkSpec spec, TrainingConfig config, int steps, int columns) {
        return steps == 0
                ? 0
                : (long) columns * Chunk.steps(spec.kind(), spec.hidden(), steps, columns, config.workers());
    }

    public long total() {
        return heap + offHeap;
    }

    /**
     * What there is to take from.
     *
     * @param heap bytes that Java's heap may grow to
     * @param physical bytes of the machine's memory
     */
    public record Machine(long heap, long physical) {
        /** What the program takes without a model: a rough figure. */
        private static final long PROGRAM = 512L << 20;

        private static final long PROGRAM_ON_HEAP = 64L << 20;

        /** JavaCPP, which brings the native libraries, refuses memory beyond so many heaps. */
        private static final int HEAPS = 4;

        public static Machine here() {
            var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return new Machine(Runtime.getRuntime().maxMemory(), system.getTotalMemorySize());
        }

        boolean holds(MemoryEstimate need) {
            return need.heap() + PROGRAM_ON_HEAP <= heap && need.total() + PROGRAM <= Math.min(physical, HEAPS * heap);
        }

        /** What there is, in bytes, of all that would be needed: as much of it as the memory that is too small holds. */
        long available(MemoryEstimate need) {
            double share = (double) Math.max(0, heap - PROGRAM_ON_HEAP) / need.heap();
            long all = Math.max(0, Math.min(physical, HEAPS * heap) - PROGRAM);
            return Math.min(all, (long) (share * need.total()));
        }

        /** Whether it is Java's heap that is too small, and not the machine. */
        boolean needsHeap(MemoryEstimate need) {
            return need.total() + PROGRAM <= physical;
        }
    }

    /**
     * Refuses settings that this machine's memory cannot hold.
     *
     * @throws ProblemException that says what is needed, what there is, and what to lower
     */
    public static void requireFit(NetworkSpec spec, TrainingConfig config, Capacity capacity) {
        requireFit(spec, config, capacity, Machine.here());
    }

    static void requireFit(NetworkSpec spec, TrainingConfig config, Capacity capacity, Machine machine) {
        MemoryEstimate need = of(spec, config, capacity);
        if (!machine.holds(need)) {
            throw new ProblemException(new Problem.TooLittleMemory(
                    need.total(),
                    machine.available(need),
                    largest(
                            capacity.columns(),
                            machine,
                            batch -> of(spec, config, new Capacity(capacity.source(), capacity.steps(), batch))),
                    largest(spec.hidden(), machine, hidden -> of(withHidden(spec, hidden), config, capacity)),
                    machine.needsHeap(need)));
        }
    }

    /**
     * Refuses networks that this machine's memory cannot hold side by side.
     *
     * @throws ProblemException that says what is needed, what there is, and what to choose
     */
    public static void requireFitTogether(List<MemoryEstimate> needs) {
        requireFitTogether(needs, Machine.here());
    }

    static void requireFitTogether(List<MemoryEstimate> needs, Machine machine) {
        MemoryEstimate need = needs.stream().reduce(new MemoryEstimate(0, 0), MemoryEstimate::plus);
        if (!machine.holds(need)) {
            Reason reason = machine.needsHeap(need) ? Reason.NETWORKS_ABOVE_HEAP : Reason.NETWORKS_TOO_LARGE;
            throw reason.exception(
                    needs.size(),
                    Formats.bytes(need.total()),
                    Formats.bytes(need.heap()),
                    Formats.bytes(machine.physical()),
                    Formats.bytes(machine.heap()));
        }
    }

    private MemoryEstimate plus(MemoryEstimate other) {
        return new MemoryEstimate(heap + other.heap, offHeap + other.offHeap);
    }

    private static NetworkSpec withHidden(NetworkSpec spec, int hidden) {
        return new NetworkSpec(
                spec.cell(),
                spec.vocabularies(),
                hidden,
                spec.layers(),
                spec.directions(),
                spec.dropout(),
                spec.initialization());
    }

    /** The largest value below {@code tooLarge} whose need the machine holds; 0 where even 1 is too large. */
    private static int largest(int tooLarge, Machine machine, IntFunction<MemoryEstimate> need) {
        int holds = 0;
        int over = tooLarge;
        while (over - holds > 1) {
            int middle = (holds + over) / 2;
            if (machine.holds(need.apply(middle))) {
                holds = middle;
            } else {
                over = middle;
            }
        }
        return holds;
    }
}
