package unroll.ui;

import unroll.session.state.Status;
import unroll.task.DataKind;
import unroll.task.Task;

/** What the system calls the window. */
final class WindowTitle {
    private WindowTitle() {}

    /** Model file, task or text, then the program; a dot marks what is not saved. */
    static String of(Status status) {
        var file = status.model().file();
        var corpus = status.opened().text();
        Task task = status.settings().task().task();
        String name;
        if (file != null) {
            name = String.valueOf(file.getFileName());
        } else if (!task.reads().contains(DataKind.TEXT)) {
            name = task.about().title();
        } else if (corpus != null) {
            name = corpus.name();
        } else {
            return "Unroll";
        }
        return "%s%s – Unroll".formatted(status.model().unsaved() ? "• " : "", name);
    }
}
