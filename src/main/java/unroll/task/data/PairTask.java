package unroll.task.data;

import java.util.List;
import unroll.corpus.CorpusException;
import unroll.task.Layout;
import unroll.task.OptionValues;
import unroll.task.Pair;
import unroll.task.ReadingOrder;
import unroll.task.RnnType;
import unroll.task.Task;
import unroll.task.TaskData;
import unroll.task.TaskDescription;
import unroll.task.TaskRequest;

/** A task of pairs: its own, or the user's where it is given some. */
public abstract class PairTask extends Task {
    /** @param about what {@link #about} gives */
    protected PairTask(TaskDescription about) {
        super(about);
    }

    /**
     * The task's own pairs, the same for the same request.
     *
     * @throws CorpusException with a sentence where there are none
     */
    protected abstract List<Pair> pairs(OptionValues choices, TaskRequest request) throws CorpusException;

    /** Which end of the input is read first. */
    protected ReadingOrder order(OptionValues choices) {
        return ReadingOrder.FORWARDS;
    }

    /** What two pairs have in common of which one would give the other away, were it held out. */
    protected String key(Pair pair) {
        return about().type().heldOutSide(pair);
    }

    @Override
    public final TaskData data(OptionValues choices, TaskRequest request) throws CorpusException {
        List<Pair> pairs = request.pairs() == null ? pairs(choices, request) : request.pairs();
        RnnType type = about().type();
        Layout layout = Layout.of(type, order(choices), pairs);
        if (request.known() != null) {
            request.known().requireAll(layout.alphabets());
            layout = request.known();
        }
        return new Partition(type, pairs, this::key, request.split(), request.seed()).under(layout, judge());
    }
}
