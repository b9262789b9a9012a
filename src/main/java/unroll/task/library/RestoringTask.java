package unroll.task.library;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.corpus.CorpusException;
import unroll.task.DataKind;
import unroll.task.DataRandomness;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.Pair;
import unroll.task.TaskOption;
import unroll.task.TaskRequest;
import unroll.task.data.CorpusLines;
import unroll.task.data.LocaleNames;
import unroll.task.data.PairTask;

/**
 * Lines from which something was taken, character for character, to be put back. The lines are the text's or the
 * JDK's names of countries and languages; those from which nothing was to be taken are left out.
 */
abstract class RestoringTask extends PairTask {
    private static final TaskOption.Whole LONGEST = new TaskOption.Whole(
            "longest", "Maximum characters per line; longer ones are cut.", 60, 5, TaskOptions.LONGEST);
    private static final TaskOption.Whole EXAMPLES = TaskOptions.examples(20_000);

    static TaskOption.Switch namesOption(boolean standard) {
        return new TaskOption.Switch(
                "names", "Uses the JDK's names of countries and languages instead of the text's lines.", standard);
    }

    /** The option by {@link #namesOption}. */
    abstract TaskOption.Switch names();

    /** The line without what is to be restored, as long as it was. */
    abstract String take(String line, UniformRandomProvider random);

    @Override
    public final List<TaskOption<?>> options() {
        return List.of(names(), LONGEST, EXAMPLES);
    }

    @Override
    public final Set<DataKind> reads() {
        return Set.of(DataKind.MADE, DataKind.TEXT);
    }

    @Override
    public final Set<Measure> measures() {
        return Set.of(Measure.ACCURACY, Measure.EXACT_MATCH, Measure.RESTORED);
    }

    @Override
    protected final List<Pair> pairs(OptionValues choices, TaskRequest request) throws CorpusException {
        UniformRandomProvider random = DataRandomness.stream(request.seed(), about().name());
        List<Pair> pairs = new ArrayList<>();
        for (String line : lines(choices, request)) {
            String whole = Normalizer.normalize(line, Normalizer.Form.NFC);
            String taken = take(whole, random);
            if (!taken.equals(whole)) {
                pairs.add(new Pair(taken, whole));
            }
        }
        if (pairs.isEmpty()) {
            throw new CorpusException("There is nothing in these lines to take out and restore; choose another text.");
        }
        return pairs;
    }

    private List<String> lines(OptionValues choices, TaskRequest request) throws CorpusException {
        int most = choices.get(EXAMPLES);
        int longest = choices.get(LONGEST);
        if (choices.get(names())) {
            return LocaleNames.ofOneLanguage().stream()
                    .map(Pair::input)
                    .filter(name -> name.codePointCount(0, name.length()) <= longest)
                    .limit(most)
                    .toList();
        }
        if (request.corpus() == null) {
            throw new CorpusException(
                    "The task \"" + about().name() + "\" takes its lines from a text; give it one, or set names=true.");
        }
        return CorpusLines.distinct(request.corpus(), most, longest);
    }
}
