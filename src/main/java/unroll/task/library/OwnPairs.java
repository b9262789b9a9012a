package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import unroll.corpus.CorpusException;
import unroll.task.DataKind;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.Pair;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskRequest;
import unroll.task.TryIt;
import unroll.task.data.PairTask;

/** The user's own pairs of lines, of any length on either side. */
@AutoService(Task.class)
public final class OwnPairs extends PairTask {

    @Override
    public TaskDescription about() {
        return new TaskDescription(
                "own-pairs",
                "Your own pairs",
                RnnType.MANY_TO_MANY_UNEQUAL,
                90,
                "From your file: the encoder reads what stands before the tab, the decoder writes what stands after it.",
                "Watch exact match on pairs it has not seen; it takes many pairs.");
    }

    @Override
    public StartingPoint start() {
        return StartingPoint.oneWay("gru", 128, 32, 0.002);
    }

    @Override
    public Set<DataKind> reads() {
        return Set.of(DataKind.PAIRS);
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.ACCURACY, Measure.EXACT_MATCH);
    }

    @Override
    public TryIt tryIt() {
        return TryIt.plain("An input", "abc");
    }

    @Override
    protected List<Pair> pairs(OptionValues choices, TaskRequest request) throws CorpusException {
        throw new CorpusException("This task reads pairs; give it a file of lines input<TAB>output.");
    }
}
