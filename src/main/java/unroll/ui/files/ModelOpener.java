package unroll.ui.files;

import java.nio.file.Path;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Opens saved models. */
public final class ModelOpener {
    private final WindowModel window;
    private final Choosers choosers;
    private final ModelSwitcher switcher;

    public ModelOpener(WindowModel window, Choosers choosers, ModelSwitcher switcher) {
        this.window = window;
        this.choosers = choosers;
        this.switcher = switcher;
    }

    public void choose() {
        choosers.openModel().ifPresent(this::open);
    }

    public void open(Path file) {
        open(file, "Opened the model %s.".formatted(file.getFileName()));
    }

    /** Opens what the program saved by itself. */
    public void continueWhereStopped() {
        open(window.session().modelFiles().autosaveFile(), "Your last session was restored.");
    }

    /** A model whose text is gone or has changed can write but not train. */
    private void open(Path file, String what) {
        switcher.replace(() -> window.session().modelFiles().open(file), () -> {
            Problem missing = window.session().modelFiles().missingData();
            String next = missing == null ? "Press Train to continue." : missing.sentence(Front.WINDOW);
            return Notice.information(what + " " + next);
        });
    }
}
