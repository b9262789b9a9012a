package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
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
import unroll.task.TaskOption;
import unroll.task.TaskRequest;
import unroll.task.TextWriting;
import unroll.task.TryIt;
import unroll.task.data.CorpusWindows;

/**
 * A window of characters to the one after it: the loss stands on the last step only, and every window begins without
 * a memory.
 */
@AutoService(Task.class)
public final class WindowToNext implements Task {
    private static final TaskOption.Whole WINDOW =
            new TaskOption.Whole("window", "Characters that are read.", 20, 1, TaskOptions.LONGEST);

    @Override
    public TaskDescription about() {
        return new TaskDescription(
                "window",
                "Next character from a window",
                RnnType.MANY_TO_ONE,
                10,
                "The network reads a window of characters and guesses the one after it; a text is written by sliding the window.",
                "Watch how much slower it learns than one that is asked at every step: only one step in a window teaches anything.");
    }

    @Override
    public StartingPoint start() {
        return StartingPoint.oneWay("lstm", 128, 64, 0.002);
    }

    @Override
    public List<TaskOption<?>> options() {
        return List.of(WINDOW);
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
        return TryIt.plain("A window of text", "The ");
    }

    @Override
    public Optional<TextWriting> writing(OptionValues choices) {
        return Optional.of(TextWriting.sliding(choices.get(WINDOW)));
    }

    @Override
    public TaskData data(OptionValues choices, TaskRequest request) throws CorpusException {
        return CorpusWindows.data(
                about().type(), request, new CorpusWindows.Cut(choices.get(WINDOW), 1, CorpusWindows.Asked.LAST));
    }
}
