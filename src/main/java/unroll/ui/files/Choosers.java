package unroll.ui.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.files.OutputFile;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.session.Preferences;
import unroll.ui.control.Dialogs;
import unroll.ui.control.Dialogs.DialogChoice;

/** The system's file dialogs; they begin where the last one ended. */
public class Choosers {
    private static final ExtensionFilter TEXTS =
            new ExtensionFilter("Texts", "*.txt", "*.md", "*.csv", "*.xml", "*.html");
    private static final ExtensionFilter MODELS = new ExtensionFilter("Models (safetensors)", "*.safetensors");
    private static final ExtensionFilter PAIRS = new ExtensionFilter("Pairs", "*.tsv", "*.txt");
    private static final ExtensionFilter LESSONS = new ExtensionFilter("Lessons (JSON)", "*.json");
    private static final ExtensionFilter RUNS = new ExtensionFilter("Runs (CSV)", "*.csv");
    private static final ExtensionFilter SWEEPS =
            new ExtensionFilter("Plans and tables of sweeps (JSON, CSV)", "*.json", "*.csv");
    private static final ExtensionFilter ALL = new ExtensionFilter("All files", "*");

    private static final String FOLDER = "folder";

    private final Window owner;
    private final Preferences memory;
    private final Supplier<Map<String, Path>> inputs;

    /** @param inputs what is open and must not be replaced, by what it is, see {@link OutputFile#check} */
    public Choosers(Window owner, Preferences memory, Supplier<Map<String, Path>> inputs) {
        this.owner = owner;
        this.memory = memory;
        this.inputs = inputs;
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

    /** A plan of a sweep, or its table. */
    public Optional<Path> openSweep() {
        return remembered(chooser("Open Sweep", SWEEPS, ALL).showOpenDialog(owner));
    }

    /** @param then gets the file, once it is sure that it may be written */
    public void saveModel(String suggestion, Consumer<Path> then) {
        save(chooser("Save Model", MODELS, ALL), suggestion, "the model", ".safetensors", then);
    }

    /**
     * Asks for the name of a file to write.
     *
     * @param ending with its dot, for example {@code .png}; added where the user leaves it out
     * @param then gets the file, once it is sure that it may be written
     */
    public void export(String title, String suggestion, String ending, Consumer<Path> then) {
        save(chooser(title, new ExtensionFilter("*" + ending, "*" + ending)), suggestion, "the export", ending, then);
    }

    /** @param noun what is saved, in a sentence */
    private void save(FileChooser chooser, String suggestion, String noun, String ending, Consumer<Path> then) {
        chooser.setInitialFileName(suggestion);
        Path chosen = remembered(showSaveDialog(chooser)).orElse(null);
        if (chosen == null) {
            return;
        }
        Path file = withEnding(chosen, ending);
        try {
            OutputFile.check(inputs.get(), List.of(new OutputFile(noun, file, OutputFile.ANYTHING)));
        } catch (ProblemException refused) {
            Dialogs.warn(owner, "refused-file", refused.problem().sentence(Front.WINDOW));
            return;
        }
        if (file.equals(chosen) || !Files.exists(file)) {
            then.accept(file);
        } else {
            askToReplace(file, () -> then.accept(file));
        }
    }

    /** The system has asked about the name as it was typed, which was another one. */
    private void askToReplace(Path file, Runnable then) {
        Dialogs.ask(
                owner,
                "confirm-replace",
                "Replace %s?".formatted(file.getFileName()),
                "It exists already.",
                new DialogChoice("Replace", ButtonData.YES, "replace-file", then),
                DialogChoice.cancel("keep-file"));
    }

    /** The system's dialog; null where the user chose nothing. */
    protected @Nullable File showSaveDialog(FileChooser chooser) {
        return chooser.showSaveDialog(owner);
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

    private Optional<Path> remembered(@Nullable File chosen) {
        Optional<Path> file = Optional.ofNullable(chosen).map(File::toPath);
        file.map(Path::getParent).ifPresent(folder -> memory.put(FOLDER, folder.toString()));
        return file;
    }

    private static Path withEnding(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ending) && name.length() > ending.length()
                ? file
                : file.resolveSibling(name + ending);
    }
}
