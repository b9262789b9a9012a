package unroll.ui.lesson;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.lesson.Notebook.GivenAnswer;
import unroll.session.lesson.Question;
import unroll.ui.control.Icons;

/** What is said to an answer; takes no room while nothing is. Icon and words say what color only repeats. */
final class Feedback extends Label {
    private final BooleanProperty hidden = new SimpleBooleanProperty();

    Feedback() {
        setId("lesson-feedback");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("lesson-feedback");
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(textProperty().isNotEmpty().and(hidden.not()));
    }

    /** Whether it is not seen, whatever it says. */
    void setHidden(boolean value) {
        hidden.set(value);
    }

    void show(GivenAnswer given, Question.QuestionText words) {
        switch (given.verdict()) {
            case RIGHT -> show("Right.", words.explanation(), Feather.CHECK_CIRCLE, "lesson-right");
            case WRONG -> show("Not yet.", words.hint(), Feather.X_CIRCLE, "lesson-wrong");
            case TAKEN -> show("Taken down.", words.explanation(), Feather.EDIT_3, "lesson-right");
        }
    }

    /** What was entered is no answer. */
    void refuse(String sentence) {
        show("", sentence, Feather.ALERT_CIRCLE, "lesson-wrong");
    }

    private void show(String verdict, String sentence, Feather icon, String style) {
        getStyleClass().removeAll("lesson-right", "lesson-wrong");
        getStyleClass().add(style);
        setGraphic(Icons.of(icon));
        setText((verdict + " " + sentence).strip());
    }
}
