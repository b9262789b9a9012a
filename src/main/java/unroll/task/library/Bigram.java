package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;
import unroll.corpus.CorpusException;
import unroll.task.DataKind;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskData;
import unroll.task.TaskDescription;
import unroll.task.TaskRequest;
import unroll.task.TextWriting;
import unroll.task.TryIt;
import unroll.task.data.CorpusWindows;

/** The next character from this character alone, without a state to remember anything in: a learned table of pairs. */
@AutoService(Task.class)
public final class Bigram implements Task {

    @Override
    public TaskDescription about() {
        return new TaskDescription(
                "bigram",
                "Next character from this one",
                RnnType.ONE_TO_ONE,
                10,
                "From one character alone the network guesses the next one.",
                "Watch its table of V by V shares become the one that is counted from the text; no network without a memory can do better.");
    }

    @Override
    public StartingPoint start() {
        return StartingPoint.oneWay("elman", 64, 1024, 0.01);
    }

    @Override
    public Set<DataKind> reads() {
        return Set.of(DataKind.TEXT);
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.ACCURACY);
    }

    @Override
    public TryIt tryIt() {
        return TryIt.plain("A character", "t");
    }

    @Override
    public Optional<TextWriting> writing(OptionValues choices) {
        return Optional.of(TextWriting.sliding(1));
    }

    @Override
    public TaskData data(OptionValues choices, TaskRequest request) throws CorpusException {
        return CorpusWindows.data(about().type(), request, new CorpusWindows.Cut(1, 1, CorpusWindows.Asked.LAST));
    }
}
