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
 * The first symbol of a string, asked for after its last: how long is the memory? Each letter is as likely, and so is
 * each length.
 */
@AutoService(Task.class)
public final class FirstSymbol extends GeneratedPairs {
    private static final TaskOption<Long> LENGTH =
            TaskOption.whole("length", "Maximum letters per string.", 40, 2, TaskOptions.MAX_LENGTH);
    private static final TaskOption<Long> MIN_LENGTH = TaskOption.whole(
            "shortest",
            "Minimum letters per string; where none are short, nothing leads the way to the long ones.",
            10,
            1,
            TaskOptions.MAX_LENGTH);
    private static final TaskOption<Long> SYMBOLS = TaskOption.whole("symbols", "Different letters.", 8, 2, 26);
    private static final TaskOption<Long> EXAMPLES = TaskOptions.examples(20_000);

    public FirstSymbol() {
        super(
                new TaskDescription(
                        "first-symbol",
                        "First symbol of a string",
                        RnnType.MANY_TO_ONE,
                        30,
                        "The network reads random letters and at the end is asked for the first one.",
                        "Watch an LSTM or a GRU get there after some epochs and an Elman network never; with shortest=1 the short strings lead even that one to the long ones.",
                        StartingPoint.unidirectional("lstm", 64, 64, 0.005),
                        TryIt.plain("Letters", "cabbage"),
                        Set.of(DataKind.MADE),
                        Set.of(Measure.ACCURACY, Measure.CONFUSION),
                        List.of(LENGTH, MIN_LENGTH, SYMBOLS, EXAMPLES)),
                EXAMPLES);
    }

    @Override
    protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
        int longest = choices.getInt(LENGTH);
        int shortest = Math.min(longest, choices.getInt(MIN_LENGTH));
        int symbols = choices.getInt(SYMBOLS);
        String letters = TaskOptions.letters(random.nextInt(shortest, longest + 1), symbols, random);
        return new InputOutput(letters, letters.substring(0, 1));
    }
}
