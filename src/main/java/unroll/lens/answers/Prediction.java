package unroll.lens.answers;

import java.util.List;
import java.util.stream.Collectors;
import unroll.task.AlphabetEntry;
import unroll.task.Pair;
import unroll.task.score.Outcome;

/**
 * What a network answered to one example.
 *
 * @param pair the example as a person reads it
 * @param said the answer, symbol by symbol; shorter than the right one where it was ended early
 * @param asked symbols of the right answer, with the mark that ends one that is written
 */
public record Prediction(Pair pair, List<Said> said, int asked) {
    public Prediction {
        said = List.copyOf(said);
    }

    /** One symbol of an answer. */
    public record Said(AlphabetEntry symbol, Outcome verdict) {}

    /** Whether every symbol that was asked for is right. */
    public boolean exact() {
        return said.size() == asked && said.stream().allMatch(each -> each.verdict() == Outcome.RIGHT);
    }

    /** Symbols that are right, at their place. */
    public long right() {
        return said.stream().filter(each -> each.verdict() == Outcome.RIGHT).count();
    }

    /** The answer as a person reads it, without marks. */
    public String answer() {
        return said.stream().map(each -> each.symbol().text()).collect(Collectors.joining());
    }
}
