package unroll.train;

import unroll.cell.Cell;
import unroll.matrix.WorkerGroup;
import unroll.network.NetworkSpec;

/** How many workers a network is worth. */
final class WorkerGroups {
    /**
     * Multiplications of one step's product below which a further worker waits longer for the others than it helps: about
     * five microseconds of work.
     */
    private static final long MIN_WORK = 200_000;

    private WorkerGroups() {}

    /**
     * The workers for this network.
     *
     * @param columns B
     * @param threads workers at most, at least 1; small networks get fewer
     */
    static WorkerGroup of(NetworkSpec spec, int columns, int threads) {
        Cell cell = spec.kind();
        long work = (long) cell.recurrentBlocks().size() * spec.hidden() * spec.hidden() * columns;
        long useful = Math.min(spec.hidden(), Math.max(1, work / MIN_WORK));
        return new WorkerGroup((int) Math.min(threads, useful));
    }
}
