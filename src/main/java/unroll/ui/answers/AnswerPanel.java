package unroll.ui.answers;

import javafx.scene.layout.VBox;
import unroll.ui.model.WindowModel;

/** A way to ask and to be answered. */
abstract class AnswerPanel extends VBox {
    static final String NO_MODEL = "Press Train: as soon as there is a network, it answers here.";

    final WindowModel window;
    final Exercise exercise;

    AnswerPanel(WindowModel window, Exercise exercise) {
        this.window = window;
        this.exercise = exercise;
        getStyleClass().add("fields");
    }

    /** The session has changed: the model may be there, gone, or further. */
    abstract void onModelChange();

    /** What the user has entered. */
    abstract String entry();

    /** Takes over what was entered in a panel before this one. */
    abstract void entry(String kept);

    /** The answer, for the clipboard. */
    abstract String text();
}
