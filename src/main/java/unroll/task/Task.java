package unroll.task;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import unroll.corpus.CorpusException;

/**
 * Something to learn. A task is one class with a public constructor without arguments, announced by
 * {@code @AutoService(Task.class)}; {@link Tasks} finds it. It keeps nothing between calls.
 */
public interface Task {
    /** Its introduction. */
    TaskDescription about();

    /** Settings worth starting from. */
    StartingPoint start();

    /** Its switches, in the order of a form. */
    default List<TaskOption<?>> options() {
        return List.of();
    }

    /** Where its data may come from. */
    Set<DataKind> reads();

    /** What is measured beside the loss. */
    Set<Measure> measures();

    /** How a person tries it. */
    TryIt tryIt();

    /** How its networks write a text of any length; empty where they answer one example at a time. */
    default Optional<TextWriting> writing(OptionValues choices) {
        return Optional.empty();
    }

    /** Whether an answer is right; usually where it is the same. */
    default Matcher judge() {
        return Matcher.SAME;
    }

    /** Why a network that also reads backwards would cheat or be of no use, as a sentence; empty where it may. */
    default Optional<String> refusesTwoWay() {
        return about().type().refusesTwoWay();
    }

    /**
     * Its data. Callers go by way of {@link TaskConfig#data}, which refuses what the task does not read.
     *
     * @param choices values of its {@link #options()}
     * @throws IllegalArgumentException with a sentence where the model that is to read the data lacks one of their symbols
     * @throws CorpusException with a sentence where the request gives too little to learn from
     */
    TaskData data(OptionValues choices, TaskRequest request) throws CorpusException;
}
