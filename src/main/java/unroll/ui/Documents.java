package unroll.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import unroll.corpus.Corpus;
import unroll.message.ProblemException;
import unroll.session.state.Status;
import unroll.task.DataKind;
import unroll.task.Task;
import unroll.ui.compare.CompareRuns;
import unroll.ui.corpus.CatalogDialog;
import unroll.ui.corpus.PasteDialog;
import unroll.ui.corpus.TextOpener;
import unroll.ui.files.Choosers;
import unroll.ui.files.ModelSaver;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.lesson.LessonOpener;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;
import unroll.ui.report.FilmExport;
import unroll.ui.report.LabReports;

/**
 * Everything that opens and saves, wired together.
 *
 * @param owner the main window
 * @param folder where the program keeps its things
 */
record Documents(
        WindowModel window,
        Stage owner,
        Path folder,
        Choosers choosers,
        ModelSaver saver,
        ModelSwitcher switcher,
        TextOpener texts,
        LessonOpener lessons,
        LabReports reports,
        FilmExport film,
        CompareRuns compare) {
    /** The text that is open at the start. */
    static final String DEFAULT_TEXT = "drama.txt";

    static Documents of(WindowModel window, Stage owner, Path folder, Choosers choosers) {
        ModelSaver saver = new ModelSaver(window, choosers);
        ModelSwitcher switcher = new ModelSwitcher(window, owner, choosers, saver);
        LessonOpener lessons = new LessonOpener(window, choosers, switcher);
        return new Documents(
                window,
                owner,
                folder,
                choosers,
                saver,
                switcher,
                new TextOpener(window, choosers, switcher),
                lessons,
                new LabReports(window, owner, choosers, lessons::answers),
                new FilmExport(window, choosers),
                new CompareRuns(window, owner, choosers));
    }

    /** @param hint shown while a file hovers over the window, which opens it where it is dropped */
    void openDropped(Scene scene, Node hint) {
        hint.setVisible(false);
        hint.setMouseTransparent(true);
        scene.setOnDragEntered(event -> hint.setVisible(event.getDragboard().hasFiles()));
        scene.setOnDragExited(event -> hint.setVisible(false));
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            hint.setVisible(false);
            event.setDropCompleted(event.getDragboard().hasFiles());
            event.consume();
            open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        });
    }

    /** Several files are refused, for the window holds one thing at a time. */
    void open(List<Path> dropped) {
        if (dropped.size() == 1) {
            open(dropped.get(0));
        } else if (!dropped.isEmpty()) {
            String sentence = "The window opens one file at a time, and these are %,d; drop one of them.";
            window.show(Notice.problem(String.format(Locale.ROOT, sentence, dropped.size()), ""));
        }
    }

    /** Opens a file as what its name says it is. */
    void open(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".safetensors")) {
            switcher.open(file);
        } else if (name.endsWith(".json")) {
            lessons.open(file);
        } else {
            texts.open(file);
        }
    }

    /** Asks for a text to be pasted. */
    void paste() {
        PasteDialog.show(owner, texts);
    }

    /** Shows the public texts that can be downloaded. */
    void showCatalog() {
        try {
            new CatalogDialog(owner, folder.resolve("corpora"), texts, window).show();
        } catch (ProblemException e) {
            window.show(Notice.problem(e));
        }
    }

    /** What the system calls the window: model file, task or text, then the program; a dot marks what is not saved. */
    static String title(Status status) {
        Path file = status.model().file();
        Corpus corpus = status.opened().text();
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
