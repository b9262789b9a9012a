package unroll.ui.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import unroll.settings.Settings;
import unroll.task.DataKind;
import unroll.task.Task;
import unroll.task.TaskConfig;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Chooses what is learned. */
public final class TaskOpener {
    private final WindowModel window;
    private final Choosers choosers;
    private final ModelSwitcher switcher;

    public TaskOpener(WindowModel window, Choosers choosers, ModelSwitcher switcher) {
        this.window = window;
        this.choosers = choosers;
        this.switcher = switcher;
    }

    /** Chooses a task with settings to start from; where it can only learn from a file of pairs, asks for one first. */
    public void use(TaskConfig choice, int layers) {
        Task task = choice.task();
        boolean needsPairs =
                !task.reads().contains(DataKind.MADE) && task.reads().contains(DataKind.PAIRS);
        if (needsPairs) {
            useOwnPairs(choice, layers);
        } else {
            use(choice, layers, null);
        }
    }

    /** Asks for a file of pairs, and chooses a task to learn from them. */
    public void useOwnPairs(TaskConfig choice, int layers) {
        choosers.openPairs().ifPresent(file -> use(choice, layers, file));
    }

    private void use(TaskConfig choice, int layers, @Nullable Path pairs) {
        Settings start = Settings.startingWith(choice);
        Settings settings = start.withModel(start.model().withLayers(layers));
        switcher.replace(
                () -> window.session().data().choose(settings, pairs),
                () -> Notice.information("The task is now: %s. Press Train."
                        .formatted(choice.task().about().title())));
    }
}
