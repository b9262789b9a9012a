package unroll.task;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import unroll.message.ProblemException;
import unroll.message.Reason;

/**
 * Something to learn. A task is one class with a public constructor without arguments, announced by
 * {@code @AutoService(Task.class)}; {@link Tasks} finds it. It keeps nothing between calls.
 */
public abstract class Task {
    private final TaskDescription about;

    /** @param about what {@link #about} gives */
    protected Task(TaskDescription about) {
        this.about = about;
    }

    public final TaskDescription about() {
        return about;
    }

    public final StartingPoint start() {
        return about.start();
    }

    /** Its options, in the order of a form. */
    public final List<TaskOption<?>> options() {
        return about.options();
    }

    /** Where its data may come from. */
    public final Set<DataKind> reads() {
        return about.reads();
    }

    public final TryIt tryIt() {
        return about.tryIt();
    }

    /** How its networks write a text of any length; empty where they answer one example at a time. */
    public Optional<TextWriting> writing(OptionValues choices) {
        return Optional.empty();
    }

    /** Whether an answer is right; usually where it is the same. */
    public Matcher matcher() {
        return Matcher.SAME;
    }

    /** Whether the right output repeats the input except where something is to be restored; how much was is a score then. */
    public boolean restores() {
        return false;
    }

    /** Why a network that also reads backwards would cheat or be of no use; empty where it may. */
    public Optional<Reason> refusesBidirectional() {
        return about.type().refusesBidirectional();
    }

    /**
     * Its data. Callers go by way of {@link TaskConfig#data}, which refuses what the task does not read.
     *
     * @param choices values of its {@link #options()}
     * @throws ProblemException where the model that is to read the data lacks one of their symbols
     * @throws ProblemException where the request gives too little to learn from
     */
    public abstract TaskData data(OptionValues choices, TaskRequest request);
}
