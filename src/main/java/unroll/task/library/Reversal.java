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

/** A string of random letters to the same string from its end. */
@AutoService(Task.class)
public final class Reversal extends GeneratedPairs {
    private static final TaskOption<Long> LENGTH = TaskOption.whole(
            "length", "Maximum letters per string; strings have 1 to this many.", 8, 1, TaskOptions.MAX_LENGTH);
    private static final TaskOption<Long> SYMBOLS = TaskOption.whole("symbols", "Different letters.", 26, 2, 26);
    private static final TaskOption<Long> EXAMPLES = TaskOptions.examples(20_000);

    public Reversal() {
        super(
                new TaskDescription(
                        "reversal",
                        "String reversal",
                        RnnType.MANY_TO_MANY_UNEQUAL,
                        30,
                        "The encoder reads letters, the decoder writes them from the last to the first.",
                        "Watch the first letters of the answer come right long before the last ones: they were read last.",
                        StartingPoint.unidirectional("gru", 128, 32, 0.002),
                        TryIt.plain("Letters", "unroll"),
                        Set.of(DataKind.MADE),
                        Set.of(Measure.ACCURACY, Measure.EXACT_MATCH),
                        List.of(LENGTH, SYMBOLS, EXAMPLES)),
                EXAMPLES);
    }

    @Override
    protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
        int length = random.nextInt(1, choices.getInt(LENGTH) + 1);
        String letters = TaskOptions.letters(length, choices.getInt(SYMBOLS), random);
        return new InputOutput(letters, new StringBuilder(letters).reverse().toString());
    }
}
