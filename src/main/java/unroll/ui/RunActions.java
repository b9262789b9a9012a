package unroll.ui;

import java.util.Optional;
import javafx.scene.Parent;
import unroll.session.run.Phase;
import unroll.ui.control.Field;
import unroll.ui.control.Nodes;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** What can be done to the run. */
final class RunActions {
    private final WindowModel window;
    private final ModelSwitcher switcher;
    private final Parent settings;
    private Runnable startOver = () -> {};

    /** @param settings part of the window in which no entry may be wrong where a model is made or trained */
    RunActions(WindowModel window, ModelSwitcher switcher, Parent settings) {
        this.window = window;
        this.switcher = switcher;
        this.settings = settings;
    }

    /** Where an entry was refused, leads to it instead. */
    private void onAcceptedSettings(Runnable action) {
        Optional<Field> refused = Field.refusedIn(settings);
        refused.ifPresentOrElse(
                field -> {
                    field.reveal();
                    if (!Nodes.isShowing(field)) {
                        window.show(Notice.problem(field.problem(), ""));
                    }
                },
                action);
    }

    /** Train where it rests, pause where it runs. */
    void toggle() {
        if (window.status().phase() == Phase.RUNNING) {
            window.follow(window.session().pause(), done -> {});
        } else if (window.status().opened().text() != null) {
            onAcceptedSettings(() -> window.follow(window.session().train(), done -> {}));
        }
        window.refresh();
    }

    void step() {
        onAcceptedSettings(() -> window.follow(window.session().step(), done -> {}));
    }

    void restoreBest() {
        window.follow(
                window.session().restoreBest(),
                done -> window.show(Notice.information("The weights with the lowest validation loss were restored.")));
    }

    void reset() {
        onAcceptedSettings(switcher::reset);
    }

    /** What parts of the window do that start over themselves. */
    void onStartOver(Runnable action) {
        startOver = action;
    }

    /** The start again, for the next class: default text and settings, no model and no earlier runs. */
    void resetClass() {
        startOver.run();
        switcher.startOver(BundledText.DRAMA.fileName());
    }

    void undo() {
        switcher.undo();
    }
}
