package unroll.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import unroll.task.DataKind;
import unroll.task.RnnType;
import unroll.task.Task;
import unroll.task.TaskOption;
import unroll.task.Tasks;

@Command(name = "tasks", description = "List the tasks, by type of network, with their options.")
final class TasksCommand extends Subcommand {
    @Override
    public Integer call() {
        for (RnnType type : RnnType.values()) {
            out().println(type.title());
            Tasks.of(type).forEach(this::list);
        }
        return CommandLineProgram.DONE;
    }

    private void list(Task task) {
        out().printf("  %-16s %s%n", task.about().name(), task.about().learns());
        for (TaskOption<?> option : task.options()) {
            out().printf(
                            "  %-16s   %s=%s (%s): %s%n",
                            "", option.name(), option.standard(), option.type().expected(), option.help());
        }
        out().printf(
                        "  %-16s   data: %s%n",
                        "",
                        task.reads().stream().sorted().map(TasksCommand::source).collect(Collectors.joining(", ")));
    }

    private static String source(DataKind kind) {
        return switch (kind) {
            case MADE -> "made by the task";
            case TEXT -> "a text (--corpus)";
            case PAIRS -> "your pairs (--data)";
        };
    }
}
