package unroll.ui.files;

import java.nio.file.Path;
import unroll.ui.desk.Notice;
import unroll.ui.desk.WindowModel;

/** Opens saved models. */
public final class ModelOpener {
    private final WindowModel desk;
    private final Choosers choosers;
    private final Guard guard;

    public ModelOpener(WindowModel desk, Choosers choosers, Guard guard) {
        this.desk = desk;
        this.choosers = choosers;
        this.guard = guard;
    }

    public void choose() {
        choosers.openModel().ifPresent(this::open);
    }

    /** Opens a model after asking about the present one. */
    public void open(Path file) {
        guard.beforeLoss(
                "another model is opened",
                () -> desk.follow(desk.session().open(file), done -> {
                    tellOpened("Opened the model %s.".formatted(file.getFileName()));
                }));
    }

    /** Opens what the program saved by itself. */
    public void continueWhereStopped() {
        desk.follow(
                desk.session().open(desk.session().autosaveFile()), done -> tellOpened("Here is where you stopped."));
    }

    /** A model whose text is gone or has changed can write but not train. */
    private void tellOpened(String what) {
        String missing = desk.session().missingData();
        desk.tell(Notice.information(what + " " + (missing == null ? "Press Train to continue." : missing)));
    }
}
