package unroll.ui.files;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.session.Preferences;

/** The system's file dialogs; they begin where the last one ended. */
public class Choosers {
    private static final ExtensionFilter TEXTS =
            new ExtensionFilter("Texts", "*.txt", "*.md", "*.csv", "*.xml", "*.html");
    private static final ExtensionFilter MODELS = new ExtensionFilter("Models (safetensors)", "*.safetensors");
    private static final ExtensionFilter PAIRS = new ExtensionFilter("Pairs", "*.tsv", "*.txt");
    private static final ExtensionFilter LESSONS = new ExtensionFilter("Lessons (JSON)", "*.json");
    private static final ExtensionFilter RUNS = new ExtensionFilter("Runs (CSV)", "*.csv");
    private static final ExtensionFilter ALL = new ExtensionFilter("All files", "*");

    private static final String FOLDER = "folder";

    private final Window owner;
    private final Preferences memory;

    public Choosers(Window owner, Preferences memory) {
        this.owner = owner;
        this.memory = memory;
    }

    public Optional<Path> openText() {
        return remembered(chooser("Open Text", ALL, TEXTS).showOpenDialog(owner));
    }

    public Optional<Path> openModel() {
        return remembered(chooser("Open Model", MODELS, ALL).showOpenDialog(owner));
    }

    public Optional<Path> openLesson() {
        return remembered(chooser("Open Lesson", LESSONS, ALL).showOpenDialog(owner));
    }

    /** A file of lines input, tab, output. */
    public Optional<Path> openPairs() {
        return remembered(chooser("Open Pairs (input, tab, output)", PAIRS, ALL).showOpenDialog(owner));
    }

    /** Tables of runs, one or many; empty where the user chose none. */
    public List<Path> openRuns() {
        List<File> chosen = chooser("Compare Runs", RUNS, ALL).showOpenMultipleDialog(owner);
        if (chosen == null) {
            return List.of();
        }
        remembered(chosen.get(0));
        return chosen.stream().map(File::toPath).toList();
    }

    public Optional<Path> saveModel(String suggestion) {
        return remembered(named(chooser("Save Model", MODELS, ALL), suggestion).showSaveDialog(owner))
                .map(file -> withEnding(file, ".safetensors"));
    }

    /** @param ending with its dot, for example {@code .png} */
    public Optional<Path> export(String title, String suggestion, String ending) {
        FileChooser chooser = named(chooser(title, new ExtensionFilter("*" + ending, "*" + ending)), suggestion);
        return remembered(chooser.showSaveDialog(owner)).map(file -> withEnding(file, ending));
    }

    private FileChooser chooser(String title, ExtensionFilter... filters) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(filters);
        File folder = new File(memory.get(FOLDER, ""));
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private static FileChooser named(FileChooser chooser, String suggestion) {
        chooser.setInitialFileName(suggestion);
        return chooser;
    }

    private Optional<Path> remembered(@Nullable File chosen) {
        Optional<Path> file = Optional.ofNullable(chosen).map(File::toPath);
        file.map(Path::getParent).ifPresent(folder -> memory.put(FOLDER, folder.toString()));
        return file;
    }

    private static Path withEnding(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return name.contains(".") ? file : file.resolveSibling(name + ending);
    }
}
