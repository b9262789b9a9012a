package unroll.ui.files;

import java.nio.file.Path;
import java.util.Locale;
import unroll.session.state.Status;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Saves the model to the file it has, or to one the user names. */
public record ModelSaver(WindowModel window, Choosers choosers) {
    public void save() {
        save(() -> {});
    }

    public void saveAs() {
        choosers.saveModel(suggestion(), this::saveTo);
    }

    /** @param then what to do once it is safe on disk; not done where it could not be saved */
    void save(Runnable then) {
        Path file = window.status().model().file();
        if (file != null) {
            write(file, then);
        } else {
            choosers.saveModel(suggestion(), chosen -> write(chosen, then));
        }
    }

    /** Writes the model to this file. */
    public void saveTo(Path file) {
        write(file, () -> {});
    }

    private void write(Path file, Runnable then) {
        window.follow(window.session().modelFiles().save(file), saved -> {
            window.show(Notice.information("Saved the model to %s.".formatted(saved)));
            then.run();
        });
    }

    private String suggestion() {
        Status status = window.status();
        var dataset = status.dataset();
        String text = dataset == null || dataset.source() == null
                ? status.settings().task().task().about().name()
                : dataset.source().name().replaceAll("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N}]+", "-");
        var model = status.settings().model();
        return String.format(
                Locale.ROOT, "%s-%s-%dx%d.safetensors", text, model.cell(), model.layers(), model.hidden());
    }
}
