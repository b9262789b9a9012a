package unroll.ui.files;

import java.util.List;
import javafx.stage.FileChooser.ExtensionFilter;

/** What is opened from files. */
public enum DocumentType {
    TEXT("Open Text", "Texts", "*.txt *.md *.csv *.xml *.html"),
    MODEL("Open Model", "Models (safetensors)", "*.safetensors"),
    PAIRS("Open Pairs (input, tab, output)", "Pairs", "*.tsv *.txt"),
    LESSON("Open Lesson", "Lessons (JSON)", "*.json"),
    /** Tables of runs. */
    RUNS("Compare Runs", "Runs (CSV)", "*.csv"),
    SWEEP("Open Sweep", "Plans and tables of sweeps (JSON, CSV)", "*.json *.csv");

    private final String title;
    private final ExtensionFilter own;

    DocumentType(String title, String name, String patterns) {
        this.title = title;
        own = new ExtensionFilter(name, patterns.split(" "));
    }

    /** Of the dialog that asks for one. */
    String title() {
        return title;
    }

    /** The first is in force to begin with: the name of a text may end in anything. */
    List<ExtensionFilter> filters() {
        ExtensionFilter all = new ExtensionFilter("All files", "*");
        return this == TEXT ? List.of(all, own) : List.of(own, all);
    }
}
