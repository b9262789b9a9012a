package unroll.task.data;

import java.util.List;
import unroll.task.Example;
import unroll.task.Examples;
import unroll.task.Layout;
import unroll.task.Pair;

/** Pairs, laid out when they are asked for. */
record PairExamples(List<Pair> pairs, Layout layout) implements Examples {
    @Override
    public int size() {
        return pairs.size();
    }

    @Override
    public Example example(int index) {
        return layout.example(pairs.get(index));
    }

    @Override
    public Pair pair(int index) {
        return pairs.get(index);
    }

    /** Short: a log line must not hold all of somebody's data. */
    @Override
    public String toString() {
        return size() + " pairs";
    }
}
