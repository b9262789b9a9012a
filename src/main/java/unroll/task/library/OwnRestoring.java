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

/** The user's own lines with a character for every character, for a network that reads both ways. */
@AutoService(Task.class)
public final class OwnRestoring extends PairTask {

    @Override
    public TaskDescription about() {
        return new TaskDescription(
                "own-restoring",
                "Your own lines to restore",
                RnnType.BIDIRECTIONAL,
                90,
                "From your file: the network reads a line from both ends and says at every character what should stand there.",
                "Watch how much the second direction adds to the first.");
    }

    @Override
    public StartingPoint start() {
        return StartingPoint.twoWay("gru", 64, 32, 0.003);
    }

    @Override
    public Set<DataKind> reads() {
        return Set.of(DataKind.PAIRS);
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.ACCURACY, Measure.EXACT_MATCH, Measure.RESTORED);
    }

    @Override
    public TryIt tryIt() {
        return TryIt.plain("A line", "abc");
    }

    @Override
    protected List<Pair> pairs(OptionValues choices, TaskRequest request) throws CorpusException {
        throw new CorpusException("This task reads pairs; give it a file of lines input<TAB>output.");
    }
}
