package unroll.ui.lesson;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.session.lesson.Notebook;
import unroll.session.lesson.Notebook.GivenAnswer;
import unroll.session.lesson.Question;
import unroll.ui.control.Buttons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;

/** A question that is answered with a word or a choice. */
final class AskedView extends QuestionView {
    private final Question.WithAnswer question;
    private final Runnable answered;
    private final VBox reply = Nodes.styled(Nodes.named("lesson-reply", new VBox()), "lesson-reply");
    private final ToggleGroup choices = new ToggleGroup();
    private final TextField entry = Nodes.named("lesson-entry", new TextField());
    private final Button check = Buttons.of("lesson-check-button", "Check", this::check);
    private final Button reveal;
    private final Label revealed = Nodes.styled(Nodes.named("lesson-revealed", Labels.wrapped("")), "lesson-revealed");

    AskedView(Question.WithAnswer question, Notebook notebook, Runnable answered) {
        super(question, notebook);
        this.question = question;
        this.answered = answered;
        if (question instanceof Question.OneOf choice) {
            choice.choices().forEach(this::offer);
        } else {
            reply.getChildren().add(entryLine(question instanceof Question.Amount amount ? amount.unit() : ""));
        }
        check.managedProperty().bind(check.visibleProperty());
        if (question instanceof Question.OneOf choice && choice.answer() == null) {
            check.setText("Submit");
        }
        reveal = Buttons.of(
                "lesson-reveal-button", "Reveal the answer", Feather.EYE, () -> revealed.setText(question.solution()));
        Nodes.show(reveal, false);
        revealed.visibleProperty()
                .bind(reveal.visibleProperty().and(revealed.textProperty().isNotEmpty()));
        revealed.managedProperty().bind(revealed.visibleProperty());
        getChildren().addAll(reply, check, feedback, reveal, revealed);
        restore();
    }

    private void offer(String choice) {
        RadioButton button = new RadioButton(choice);
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setToggleGroup(choices);
        reply.getChildren().add(button);
    }

    private HBox entryLine(String unit) {
        entry.setAccessibleText(question.words().ask());
        entry.setOnAction(event -> check());
        HBox.setHgrow(entry, Priority.ALWAYS);
        return Nodes.styled(new HBox(entry, new Label(unit)), "lesson-line");
    }

    /** What is chosen or typed; empty for nothing. */
    private String entered() {
        if (question instanceof Question.OneOf) {
            return choices.getSelectedToggle() instanceof RadioButton chosen ? chosen.getText() : "";
        }
        return entry.getText();
    }

    private void enter(String answer) {
        entry.setText(answer);
        choices.selectToggle(null);
        choices.getToggles().stream()
                .filter(toggle -> ((RadioButton) toggle).getText().equals(answer))
                .forEach(choices::selectToggle);
    }

    /** The class answers by its hands: what was entered and said before is hidden, and choices stay to be read. */
    @Override
    void present(boolean now) {
        revealed.setText("");
        Nodes.show(reveal, now && !question.solution().isEmpty());
        Nodes.show(reply, !now || question instanceof Question.OneOf);
        feedback.setHidden(now);
        check.setVisible(!now && !isSettled());
        if (now) {
            enter("");
            reply.setDisable(false);
        } else {
            restore();
        }
    }

    private void restore() {
        GivenAnswer before = notebook.given(question);
        if (before != null) {
            enter(before.answer());
            show(before);
        }
    }

    private void check() {
        try {
            show(notebook.answer(question, entered()));
        } catch (ProblemException none) {
            feedback.refuse(none.problem().sentence(Front.WINDOW));
        }
        answered.run();
    }

    private void show(GivenAnswer given) {
        feedback.show(given, question.words());
        reply.setDisable(given.isSettled());
        check.setVisible(!given.isSettled());
    }
}
