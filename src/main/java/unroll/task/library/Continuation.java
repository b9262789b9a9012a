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
 * One character of a text to the characters after it. While it learns, every later input is the text; when it writes,
 * its own last output.
 */
@AutoService(Task.class)
public final class Continuation implements Task {
    private static final TaskOption.Whole LENGTH =
            new TaskOption.Whole("length", "Characters that follow the first.", 50, 1, TaskOptions.LONGEST);

    @Override
    public TaskDescription about() {
        return new TaskDescription(
                "continuation",
                "Text from one character",
                RnnType.ONE_TO_MANY,
                10,
                "From one character the network writes on, each character from those it wrote before.",
                "Watch a wrong character lead it astray: it has learned to go on from right ones only.");
    }

    @Override
    public StartingPoint start() {
        return StartingPoint.oneWay("lstm", 128, 32, 0.002);
    }

    @Override
    public List<TaskOption<?>> options() {
        return List.of(LENGTH);
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
        return TryIt.plain("A character", "T");
    }

    @Override
    public Optional<TextWriting> writing(OptionValues choices) {
        return Optional.of(TextWriting.CARRYING);
    }

    @Override
    public TaskData data(OptionValues choices, TaskRequest request) throws CorpusException {
        return CorpusWindows.data(
                about().type(),
                request,
                new CorpusWindows.Cut(choices.get(LENGTH), choices.get(LENGTH), CorpusWindows.Asked.ALL));
    }
}
