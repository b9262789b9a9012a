package unroll.task;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/** The tasks there are: every class on the class path announced by {@code @AutoService(Task.class)}. */
public final class Tasks {
    private static final List<Task> ALL = ServiceLoader.load(Task.class, Task.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing((Task task) -> task.about().type())
                    .thenComparing(task -> task.about().place())
                    .thenComparing(task -> task.about().title()))
            .toList();

    private Tasks() {}

    /** All tasks, by type, place and title. */
    public static List<Task> all() {
        return ALL;
    }

    /** The task where none is chosen: the text generator. */
    public static Task standard() {
        return named("next-character");
    }

    public static List<Task> of(RnnType type) {
        return ALL.stream().filter(task -> task.about().type() == type).toList();
    }

    /**
     * The task of this name, in capitals or small letters.
     *
     * @throws ProblemException naming the known tasks, where there is none
     */
    public static Task named(String name) {
        return ALL.stream()
                .filter(task -> task.about().name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Reason.UNKNOWN_NAME.exception(
                        "task",
                        Wording.quote(name),
                        ALL.stream().map(task -> task.about().name()).toList()));
    }
}
