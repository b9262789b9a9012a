package unroll.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.stage.Window;
import unroll.ui.corpus.CatalogOpener;
import unroll.ui.corpus.PasteDialog;
import unroll.ui.corpus.TextOpener;
import unroll.ui.files.Choosers;
import unroll.ui.files.ModelOpener;
import unroll.ui.files.ModelSaver;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.files.TaskOpener;
import unroll.ui.lesson.LessonOpener;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Everything that opens and saves, wired together. */
final class Documents {
    private static final String MODEL_ENDING = ".safetensors";
    private static final String LESSON_ENDING = ".json";

    private final WindowModel window;
    private final Choosers choosers;
    private final ModelSaver saver;
    private final ModelSwitcher switcher;
    private final ModelOpener opener;
    private final TaskOpener tasks;
    private final TextOpener texts;
    private final LessonOpener lessons;
    private final PasteDialog paste;
    private final CatalogOpener catalog;

    /** @param folder where the program keeps its things */
    Documents(WindowModel window, Window owner, Path folder, Choosers choosers) {
        this.window = window;
        this.choosers = choosers;
        saver = new ModelSaver(window, choosers);
        switcher = new ModelSwitcher(window, owner, saver);
        opener = new ModelOpener(window, choosers, switcher);
        tasks = new TaskOpener(window, choosers, switcher);
        texts = new TextOpener(window, choosers, switcher);
        lessons = new LessonOpener(window, choosers, switcher);
        paste = new PasteDialog(owner, texts);
        catalog = new CatalogOpener(window, owner, texts, folder.resolve("corpora"));
    }

    /** Opens what was dropped on the window; several files are refused, for it holds one thing at a time. */
    void open(List<Path> dropped) {
        if (dropped.size() == 1) {
            open(dropped.get(0));
        } else {
            String sentence = "The window opens one file at a time, and these are %,d; drop one of them.";
            window.noticeProperty().set(Notice.problem(String.format(Locale.ROOT, sentence, dropped.size()), ""));
        }
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

    ModelSwitcher switcher() {
        return switcher;
    }

    ModelOpener opener() {
        return opener;
    }

    TaskOpener tasks() {
        return tasks;
    }

    TextOpener texts() {
        return texts;
    }

    LessonOpener lessons() {
        return lessons;
    }

    PasteDialog paste() {
        return paste;
    }

    CatalogOpener catalog() {
        return catalog;
    }
}
