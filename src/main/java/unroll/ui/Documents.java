package unroll.ui;

import java.nio.file.Path;
import java.util.Locale;
import javafx.stage.Window;
import unroll.ui.corpus.Catalog;
import unroll.ui.corpus.PasteDialog;
import unroll.ui.corpus.Texts;
import unroll.ui.desk.Desk;
import unroll.ui.files.Choosers;
import unroll.ui.files.Guard;
import unroll.ui.files.ModelOpener;
import unroll.ui.files.ModelSaver;
import unroll.ui.files.TaskOpener;
import unroll.ui.lesson.Lessons;

/** Everything that opens and saves, wired together. */
final class Documents {
    private static final String MODEL_ENDING = ".safetensors";
    private static final String LESSON_ENDING = ".json";

    private final Choosers choosers;
    private final ModelSaver saver;
    private final Guard guard;
    private final ModelOpener opener;
    private final TaskOpener tasks;
    private final Texts texts;
    private final Lessons lessons;
    private final PasteDialog paste;
    private final Catalog catalog;

    /** @param folder where the program keeps its things */
    Documents(Desk desk, Window owner, Path folder, Choosers choosers) {
        this.choosers = choosers;
        saver = new ModelSaver(desk, choosers);
        guard = new Guard(desk, owner, saver);
        opener = new ModelOpener(desk, choosers, guard);
        tasks = new TaskOpener(desk, choosers, guard);
        texts = new Texts(desk, choosers, guard);
        lessons = new Lessons(desk, choosers, guard);
        paste = new PasteDialog(owner, texts);
        catalog = new Catalog(desk, owner, texts, folder.resolve("corpora"));
    }

    /** Opens a file as what its name says it is. */
    void open(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(MODEL_ENDING)) {
            opener.open(file);
        } else if (name.endsWith(LESSON_ENDING)) {
            lessons.open(file);
        } else {
            texts.open(file);
        }
    }

    Choosers choosers() {
        return choosers;
    }

    ModelSaver saver() {
        return saver;
    }

    Guard guard() {
        return guard;
    }

    ModelOpener opener() {
        return opener;
    }

    TaskOpener tasks() {
        return tasks;
    }

    Texts texts() {
        return texts;
    }

    Lessons lessons() {
        return lessons;
    }

    PasteDialog paste() {
        return paste;
    }

    Catalog catalog() {
        return catalog;
    }
}
