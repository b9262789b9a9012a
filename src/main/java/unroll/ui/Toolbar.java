package unroll.ui;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.run.Phase;
import unroll.session.state.Status;
import unroll.ui.control.Buttons;
import unroll.ui.control.Nodes;
import unroll.ui.control.StateButton;
import unroll.ui.control.Tips;
import unroll.ui.model.WindowModel;
import unroll.ui.projector.PresentationLayout;

/** The large button, its small ones, and the figures. */
final class Toolbar extends HBox {
    private final WindowModel window;
    private final StateButton train;
    private final Button step;
    private final Button reset;
    private final Figures figures;

    /** @param settingsShown whether the column of settings is there */
    Toolbar(WindowModel window, RunActions run, BooleanProperty settingsShown) {
        this.window = window;
        train = new StateButton("train-button", "Train", () -> toggle(run));
        train.getStyleClass().addAll("accent", "train-button");
        Tips.on(train, "Starts training, or pauses it after the present step. The space bar does the same.");
        step = Buttons.of("step-button", "Step", Feather.SKIP_FORWARD, run::step);
        Tips.on(step, "Makes one single update of the weights, to watch the first steps closely.");
        reset = Buttons.of("reset-button", "Reset", Feather.ROTATE_CCW, run::reset);
        Tips.on(
                reset,
                "Starts over with a new model. The text and the settings stay, and the old model can be brought back.");
        step.setMinWidth(USE_PREF_SIZE);
        reset.setMinWidth(USE_PREF_SIZE);
        figures = Nodes.grow(new Figures(window));
        getStyleClass().add("toolbar");
        getChildren().addAll(fold(settingsShown), train, step, reset, figures);
        reset.managedProperty().bind(reset.visibleProperty());
        window.statusProperty().subscribe(this::show);
    }

    private void toggle(RunActions run) {
        train.requestFocus();
        run.toggle();
    }

    private static ToggleButton fold(BooleanProperty settingsShown) {
        ToggleButton fold = Buttons.toggle(
                "settings-toggle",
                "",
                Feather.SIDEBAR,
                "Shows the column of settings, or folds it away so that the page is wider. F9 does the same.");
        fold.setAccessibleText("Settings column");
        fold.selectedProperty().bindBidirectional(settingsShown);
        return fold;
    }

    /** In the spotlight it is slim. */
    void show(PresentationLayout layout) {
        reset.setVisible(!layout.isSpotlight());
        figures.show(layout);
    }

    private void show(Status status) {
        boolean running = status.phase() == Phase.RUNNING;
        train.show(running ? "Pause" : "Train", running ? Feather.PAUSE : Feather.PLAY);
        boolean firstText = train.isDisabled() && status.opened().text() != null;
        train.setDisable(status.opened().text() == null);
        if (firstText) {
            train.requestFocus();
        }
        step.setDisable(status.opened().text() == null || running);
        reset.setDisable(!window.hasTrainedModel());
    }
}
