package unroll.task;

import java.util.Optional;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Directions;

/** A task and its options. Its text form is "addition" or "addition:digits=3,reverse=false". */
public record TaskConfig(Task task, OptionValues choices) {
    /** A task as it stands. */
    public static TaskConfig of(Task task) {
        return new TaskConfig(task, OptionValues.standard(task.options()));
    }

    /**
     * Reads the text form.
     *
     * @throws ProblemException where there is no such task or option
     */
    public static TaskConfig parse(String text) {
        int colon = text.indexOf(':');
        Task task = Tasks.named(colon < 0 ? text : text.substring(0, colon));
        return new TaskConfig(task, OptionValues.parse(task.options(), colon < 0 ? "" : text.substring(colon + 1)));
    }

    /** How its networks write a text of any length; empty where they answer one example at a time. */
    public Optional<TextWriting> writing() {
        return task.writing(choices);
    }

    /**
     * Refuses directions in which the task would not be learned but copied.
     *
     * @throws ProblemException with the reason
     */
    public void requireAllowed(Directions directions) {
        if (directions == Directions.BIDIRECTIONAL) {
            task.refusesBidirectional().ifPresent(reason -> {
                throw reason.exception();
            });
        }
    }

    /**
     * The task's data.
     *
     * @throws ProblemException where the request gives the task too little, or something it does not
     *     read
     */
    public TaskData data(TaskRequest request) {
        if (request.pairs() != null && !task.reads().contains(DataKind.PAIRS)) {
            throw Reason.TASK_READS_NO_PAIRS.exception(task.about().name());
        }
        if (!provided(request)) {
            Reason reason = task.reads().contains(DataKind.TEXT) ? Reason.TASK_READS_TEXT : Reason.TASK_READS_PAIRS;
            throw reason.exception(task.about().name());
        }
        return task.data(choices, request);
    }

    private boolean provided(TaskRequest request) {
        return task.reads().contains(DataKind.MADE)
                || task.reads().contains(DataKind.TEXT) && request.corpus() != null
                || request.pairs() != null;
    }

    @Override
    public String toString() {
        String name = task.about().name();
        return choices.isEmpty() ? name : name + ":" + choices;
    }
}
