package unroll.ui;

import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import unroll.session.run.Phase;
import unroll.ui.control.Field;
import unroll.ui.control.KeyEvents;
import unroll.ui.control.MenuItems;
import unroll.ui.control.Nodes;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** What can be done to the run, and the menu of it. */
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

    /** @param sweep opens the window of sweeps */
    Menu menu(Runnable sweep) {
        MenuItem toggle = MenuItems.of("menu-train", "_Train / Pause", "Shortcut+T", this::toggle);
        MenuItem step = MenuItems.of("menu-step", "_Step", "Shortcut+E", this::step);
        MenuItem reset = MenuItems.of("menu-reset", "_Reset", "Shortcut+R", this::reset);
        MenuItem best = MenuItems.of("menu-restore-best", "Restore _Best Weights", this::restoreBest);
        window.statusProperty().subscribe(status -> {
            boolean noText = status.opened().text() == null;
            toggle.setDisable(noText);
            step.setDisable(noText || status.phase() == Phase.RUNNING);
            reset.setDisable(!window.hasTrainedModel());
            best.setDisable(Double.isNaN(status.metrics().losses().best()));
        });
        MenuItem undo = MenuItems.of("menu-undo-replace", "Bring Back the _Last Model", switcher::undo);
        Menu menu = new Menu("_Train", null, toggle, step, reset);
        menu.getItems().addAll(new SeparatorMenuItem(), best, undo);
        menu.getItems().addAll(new SeparatorMenuItem(), MenuItems.of("menu-sweep", "S_weep…", sweep));
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        MenuItems.of("menu-reset-class", "Reset _Class", "F8", this::resetClass));
        menu.setOnShowing(event -> undo.setDisable(window.session().history().setAside() == null));
        return menu;
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

    /** The space bar trains and pauses wherever the keyboard is, but where it works something else. */
    void watchSpaceBar(Scene scene) {
        KeyEvents.onPress(scene, event -> {
            boolean free = isFreeSpace(event, scene);
            if (free) {
                toggle();
            }
            return free;
        });
        // The button under the focus must not fire on the way up either.
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (isFreeSpace(event, scene)) {
                event.consume();
            }
        });
    }

    private static boolean isFreeSpace(KeyEvent event, Scene scene) {
        return event.getCode() == KeyCode.SPACE
                && KeyEvents.isPlain(event)
                && !event.isShiftDown()
                && !KeyEvents.isWorkedBy(scene.getFocusOwner(), event);
    }

    void step() {
        onAcceptedSettings(() -> window.follow(window.session().step(), done -> {}));
    }

    private void restoreBest() {
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
    private void resetClass() {
        startOver.run();
        switcher.startOver(Documents.DEFAULT_TEXT);
    }
}
