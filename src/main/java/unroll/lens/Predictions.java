package unroll.lens;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import unroll.network.Network;
import unroll.sample.Answerer;
import unroll.sample.SamplingSettings;
import unroll.task.AlphabetEntry;
import unroll.task.Batch;
import unroll.task.Examples;
import unroll.task.InputOutput;
import unroll.task.Layout;
import unroll.task.Matcher;
import unroll.task.TaskData;

/**
 * Asks a network examples one by one and compares its likeliest answers with the right ones. A written answer is written
 * freely, each symbol read again, and broken off where the right one has ended.
 */
public final class Predictions {
    /** Nothing is drawn where the likeliest symbol is taken. */
    private static final long NO_SEED = 0;

    /**
     * What a network answered to one example.
     *
     * @param pair the example as a person reads it
     * @param predicted the answer, symbol by symbol; shorter than the right one where it was ended early
     * @param asked symbols of the right answer, with the mark that ends one that is written
     */
    public record Prediction(InputOutput pair, List<PredictedSymbol> predicted, int asked) {
        public Prediction {
            predicted = List.copyOf(predicted);
        }

        /** One symbol of an answer. */
        public record PredictedSymbol(AlphabetEntry symbol, boolean right) {}

        /** Whether every symbol that was asked for is right. */
        public boolean exact() {
            return predicted.size() == asked && predicted.stream().allMatch(PredictedSymbol::right);
        }

        /** The answer as a person reads it, without marks. */
        public String answer() {
            return predicted.stream().map(each -> each.symbol().text()).collect(Collectors.joining());
        }
    }

    private final Answerer answerer;
    private final Layout layout;
    private final Matcher matcher;

    /** @param network that learned these data; read, never changed */
    public Predictions(Network network, TaskData.ExampleSets data) {
        layout = data.layout();
        matcher = data.matcher();
        answerer = new Answerer(network, layout);
    }

    /**
     * Some examples, evenly spread over all of them.
     *
     * @param count how many at most
     */
    public List<Prediction> of(Examples examples, int count) {
        int asked = Math.min(count, examples.size());
        return IntStream.range(0, asked)
                .map(i -> (int) ((long) i * examples.size() / asked))
                .mapToObj(index -> predict(examples, index))
                .toList();
    }

    private Prediction predict(Examples examples, int index) {
        InputOutput pair = examples.pair(index);
        int[] right = Arrays.stream(examples.example(index).targets())
                .filter(target -> target != Batch.NO_TARGET)
                .toArray();
        int[] predicted = answerer.draw(pair.input(), SamplingSettings.GREEDY, right.length, NO_SEED)
                .symbols();
        List<Prediction.PredictedSymbol> compared = IntStream.range(0, predicted.length)
                .mapToObj(place -> compare(pair, place, right[place], predicted[place]))
                .toList();
        return new Prediction(pair, compared, right.length);
    }

    private Prediction.PredictedSymbol compare(InputOutput pair, int place, int target, int predicted) {
        AlphabetEntry symbol = layout.alphabets().output().symbol(predicted);
        boolean accepted =
                matcher.accepts(pair, place, layout.alphabets().output().symbol(target), symbol);
        return new Prediction.PredictedSymbol(symbol, accepted);
    }
}
