package unroll.ui;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import unroll.session.run.Phase;
import unroll.ui.model.WindowModel;

/** What can be done to the run. */
final class RunMenu extends Menu {
    /** @param sweep opens the window of sweeps */
    RunMenu(WindowModel window, RunActions run, Runnable sweep) {
        super("_Train");
        MenuItem toggle = MenuItems.of("menu-train", "_Train / Pause", "Shortcut+T", run::toggle);
        MenuItem step = MenuItems.of("menu-step", "_Step", "Shortcut+E", run::step);
        MenuItem reset = MenuItems.of("menu-reset", "_Reset", "Shortcut+R", run::reset);
        window.statusProperty().subscribe(status -> {
            toggle.setDisable(status.opened().text() == null);
            step.setDisable(status.opened().text() == null || status.phase() == Phase.RUNNING);
        });
        MenuItem best = MenuItems.of("menu-restore-best", "Restore _Best Weights", run::restoreBest);
        window.statusProperty()
                .subscribe(status ->
                        best.setDisable(Double.isNaN(status.metrics().losses().best())));
        MenuItem startOver = MenuItems.of("menu-reset-class", "Reset _Class", "F8", run::resetClass);
        MenuItem undo = MenuItems.of("menu-undo-replace", "Bring Back the _Last Model", run::undo);
        setOnShowing(event -> undo.setDisable(window.session().history().setAside() == null));
        getItems().addAll(toggle, step, MenuItems.needsModel(window, reset), new SeparatorMenuItem(), best, undo);
        getItems().addAll(new SeparatorMenuItem(), MenuItems.of("menu-sweep", "S_weep…", sweep));
        getItems().addAll(new SeparatorMenuItem(), startOver);
    }
}
