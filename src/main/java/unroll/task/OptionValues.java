package unroll.task;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/** Values for a task's options; what is not chosen has its standard value. Immutable. */
public final class OptionValues {
    private final Map<TaskOption<?>, Object> values;

    private OptionValues(Map<TaskOption<?>, Object> values) {
        this.values = values;
    }

    /** Nothing chosen. */
    public static OptionValues standard(List<TaskOption<?>> options) {
        Map<TaskOption<?>, Object> values = new LinkedHashMap<>();
        options.forEach(option -> values.put(option, option.standard()));
        return new OptionValues(values);
    }

    /**
     * Reads the text form: "digits=3,reverse=false", or nothing; in capitals or small letters.
     *
     * @throws ProblemException where an option is unknown, given twice or out of its range
     */
    public static OptionValues parse(List<TaskOption<?>> options, String text) {
        OptionValues choices = standard(options);
        if (text.isEmpty()) {
            return choices;
        }
        Set<TaskOption<?>> given = new HashSet<>();
        for (String assignment : text.split(",", -1)) {
            int equals = assignment.indexOf('=');
            if (equals < 0) {
                throw Reason.SETS_NOTHING.exception(
                        Wording.quote(assignment), choices.isEmpty() ? "length=20" : choices.toString());
            }
            TaskOption<?> option = choices.option(assignment.substring(0, equals));
            if (!given.add(option)) {
                throw Reason.SET_TWICE.exception(option.name());
            }
            choices = choices.with(option, assignment.substring(equals + 1));
        }
        return choices;
    }

    /**
     * The same with one more value, given in its text form.
     *
     * @throws ProblemException where it is out of range
     */
    public OptionValues with(TaskOption<?> option, String text) {
        Map<TaskOption<?>, Object> changed = new LinkedHashMap<>(values);
        changed.put(option, option.parse(text));
        return new OptionValues(changed);
    }

    private TaskOption<?> option(String name) {
        return values.keySet().stream()
                .filter(option -> option.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> (isEmpty() ? Reason.NO_OPTIONS : Reason.UNKNOWN_OPTION)
                        .exception(
                                Wording.quote(name),
                                values.keySet().stream().map(TaskOption::name).toList()));
    }

    /** The value of one of the task's own options. */
    @SuppressWarnings("unchecked") // Values come from their option's own parse and standard.
    public <T> T get(TaskOption<T> option) {
        return (T) Objects.requireNonNull(values.get(option), option.name());
    }

    /** The value of one of the task's own options that are whole numbers. */
    public int getInt(TaskOption<Long> option) {
        return Math.toIntExact(get(option));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OptionValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Whether the task has no options. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The text form that {@link #parse} reads, with every value. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey().name() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
