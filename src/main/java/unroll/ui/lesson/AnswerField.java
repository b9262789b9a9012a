package unroll.ui.lesson;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.session.lesson.Question;

/** Where an answer is chosen or typed. */
abstract class AnswerField extends VBox {
    AnswerField() {
        setId("lesson-reply");
        getStyleClass().add("lesson-reply");
    }

    /** What is chosen or typed; empty for nothing. */
    abstract String answer();

    abstract void show(String answer);

    /** @param check what Enter does, where something is typed */
    static AnswerField to(Question.WithAnswer question, Runnable check) {
        if (question instanceof Question.OneOf choice) {
            return new Choosing(choice.choices());
        }
        return new Typing(question instanceof Question.Amount amount ? amount.unit() : "", question, check);
    }

    private static final class Choosing extends AnswerField {
        private final ToggleGroup group = new ToggleGroup();

        Choosing(List<String> choices) {
            for (String choice : choices) {
                RadioButton button = new RadioButton(choice);
                button.setMnemonicParsing(false);
                button.setWrapText(true);
                button.setMinHeight(USE_PREF_SIZE);
                button.setToggleGroup(group);
                getChildren().add(button);
            }
        }

        @Override
        String answer() {
            Toggle chosen = group.getSelectedToggle();
            return chosen == null ? "" : ((RadioButton) chosen).getText();
        }

        @Override
        void show(String answer) {
            group.selectToggle(null);
            group.getToggles().stream()
                    .filter(toggle -> ((RadioButton) toggle).getText().equals(answer))
                    .forEach(group::selectToggle);
        }
    }

    private static final class Typing extends AnswerField {
        private final TextField entry = new TextField();

        Typing(String unit, Question.WithAnswer question, Runnable check) {
            entry.setId("lesson-entry");
            entry.setAccessibleText(question.words().ask());
            entry.setOnAction(event -> check.run());
            HBox.setHgrow(entry, Priority.ALWAYS);
            HBox line = new HBox(entry, new Label(unit));
            line.getStyleClass().add("lesson-line");
            getChildren().add(line);
        }

        @Override
        String answer() {
            return entry.getText();
        }

        @Override
        void show(String answer) {
            entry.setText(answer);
        }
    }
}
