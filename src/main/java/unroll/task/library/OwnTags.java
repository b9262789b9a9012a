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

/** The user's own lines with a character for every character. */
@AutoService(Task.class)
public final class OwnTags extends PairTask {

    @Override
    public TaskDescription about() {
        return new TaskDescription(
                "own-tags",
                "Your own tagged lines",
                RnnType.MANY_TO_MANY_EQUAL,
                90,
                "From your file: at every character of a line the network says the character that stands below it.",
                "Watch which tags need what came long before.");
    }

    @Override
    public StartingPoint start() {
        return StartingPoint.oneWay("gru", 64, 32, 0.003);
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
