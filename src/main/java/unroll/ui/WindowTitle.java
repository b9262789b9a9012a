package unroll.ui;

import unroll.session.state.Status;

/** What the system calls the window. */
final class WindowTitle {
    private WindowTitle() {}

    /** Model file or text, then the program; a dot marks what is not saved. */
    static String of(Status status) {
        var file = status.model().file();
        var corpus = status.opened().text();
        if (file == null && corpus == null) {
            return "Unroll";
        }
        String name = file != null ? String.valueOf(file.getFileName()) : corpus == null ? "" : corpus.name();
        return "%s%s – Unroll".formatted(status.model().unsaved() ? "• " : "", name);
    }
}
