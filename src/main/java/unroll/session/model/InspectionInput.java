package unroll.session.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.corpus.SplitPart;
import unroll.lens.GradientFlow;
import unroll.lens.InputSequence;
import unroll.lens.WeightCheck;
import unroll.network.State;
import unroll.task.Batch;
import unroll.task.Example;
import unroll.task.ExampleBatch;
import unroll.task.Examples;
import unroll.task.TaskData;

/**
 * The present model and one column of what it is learning: of a text the next window of the first stream, with the state
 * carried into it; of examples a long one, always the same, from the zero state.
 *
 * @param model the copy of the model
 * @param window of one column
 * @param start the state before it, of one column
 */
public record InspectionInput(ModelSnapshot model, ExampleBatch window, State start) {
    /** Examples among which a long one is looked for. */
    private static final int SEARCHED = 500;

    /**
     * What a model can be asked again and again, however it learns on: the beginning of a text's validation part, or of all of it
     * where nothing is held out; of examples a long one. Always from the zero state.
     *
     * @param window steps of a text
     */
    public static InspectionInput lasting(ModelSnapshot model, TaskData data, int window) {
        State zero = State.zero(model.network().spec(), 1);
        if (data instanceof TaskData.ExampleSets examined) {
            return new InspectionInput(model, longOne(examined.training()), zero);
        }
        TaskData.Streams streams = (TaskData.Streams) data;
        Corpus corpus = streams.corpus();
        Range validation = corpus.part(streams.split(), SplitPart.VALIDATION);
        Range part = validation.length() > 1 ? validation : new Range(0, corpus.length());
        int steps = Math.min(window, part.length() - 1);
        int[] symbols = new int[steps + 1];
        corpus.copy(part.from(), steps + 1, symbols, 0, 1);
        Batch batch = new Batch(steps, 1, Arrays.copyOf(symbols, steps), Arrays.copyOfRange(symbols, 1, steps + 1));
        return new InspectionInput(model, new ExampleBatch(new int[0], batch), zero);
    }

    /** The first of the longest among the first ones. */
    static ExampleBatch longOne(Examples examples) {
        int longest = IntStream.range(0, Math.min(SEARCHED, examples.size()))
                .boxed()
                .max(Comparator.comparingInt(examples::steps).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        Example example = examples.example(longest);
        Batch batch = new Batch(example.inputs().length, 1, example.inputs(), example.targets());
        return new ExampleBatch(example.source(), batch);
    }

    /** How the gradient of the whole window's loss flows back through it. */
    public GradientFlow flow() {
        return GradientFlow.of(model.network(), window.source(), column());
    }

    /** As the gradient's flow is asked for; without what an encoder reads. */
    public InputSequence column() {
        return InputSequence.of(window.batch(), start, 0);
    }

    /** As a weight's check is asked for. */
    public WeightCheck.CheckWindow checked() {
        return new WeightCheck.CheckWindow(window.source(), window.batch(), start);
    }
}
