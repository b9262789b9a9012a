package unroll.train;

import java.util.List;

/** What the rules share: their memory, and the number of updates. */
abstract class CountingOptimizer implements Optimizer {
    private final List<float[]> memory;
    private long updates;

    CountingOptimizer(float[]... memory) {
        this.memory = List.of(memory);
    }

    @Override
    public final void begin() {
        updates++;
    }

    @Override
    public final List<float[]> memory() {
        return memory;
    }

    @Override
    public final long updates() {
        return updates;
    }

    @Override
    public final void updates(long count) {
        updates = count;
    }
}
