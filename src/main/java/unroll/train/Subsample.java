package unroll.train;

import unroll.task.Example;
import unroll.task.Examples;
import unroll.task.InputOutput;

/**
 * Every n-th of some examples, evenly spread over all of them.
 *
 * @param every 1 for all
 */
record Subsample(Examples all, int every) implements Examples {
    @Override
    public int size() {
        return (all.size() + every - 1) / every;
    }

    /** Which of all an example is. */
    int indexInAll(int index) {
        return index * every;
    }

    @Override
    public Example example(int index) {
        return all.example(indexInAll(index));
    }

    @Override
    public InputOutput pair(int index) {
        return all.pair(indexInAll(index));
    }

    @Override
    public int steps(int index) {
        return all.steps(indexInAll(index));
    }
}
