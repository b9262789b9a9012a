package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.task.DataKind;
import unroll.task.InputOutput;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;
import unroll.task.data.GeneratedPairs;

/**
 * At every step the symbol that comes k steps later. Letters are random and equally likely, so whoever has not read
 * ahead has a loss of exactly ln V; the last k steps are not asked.
 */
@AutoService(Task.class)
public final class EchoAhead extends GeneratedPairs {
    private static final TaskOption<Long> AHEAD = TaskOption.whole("k", "Steps ahead.", 3, 1, 20);
    private static final TaskOption<Long> LENGTH = TaskOption.whole("length", "Letters to predict.", 20, 1, 100);
    private static final TaskOption<Long> SYMBOLS = TaskOption.whole("symbols", "Different letters.", 8, 2, 26);
    private static final TaskOption<Long> EXAMPLES = TaskOptions.examples(5_000);

    public EchoAhead() {
        super(
                new TaskDescription(
                        "echo",
                        "Echo of what comes",
                        RnnType.BIDIRECTIONAL,
                        10,
                        "At every letter the network is asked for the one that comes some steps later.",
                        "Watch a unidirectional network stay at the loss of a blind guess, ln V, whatever you do, and a bidirectional one fall to nothing.",
                        StartingPoint.bidirectional("gru", 32, 32, 0.005),
                        TryIt.plain("Letters", "abcdefgh"),
                        Set.of(DataKind.MADE),
                        Set.of(Measure.ACCURACY, Measure.EXACT_MATCH),
                        List.of(AHEAD, LENGTH, SYMBOLS, EXAMPLES)),
                EXAMPLES);
    }

    @Override
    protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
        int ahead = choices.getInt(AHEAD);
        String letters = TaskOptions.letters(ahead + choices.getInt(LENGTH), choices.getInt(SYMBOLS), random);
        return new InputOutput(letters, letters.substring(ahead));
    }
}
