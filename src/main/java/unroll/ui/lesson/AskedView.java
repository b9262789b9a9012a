package unroll.ui.lesson;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.session.lesson.Notebook;
import unroll.session.lesson.Notebook.GivenAnswer;
import unroll.session.lesson.Question;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;

/** A question that is answered with a word or a choice. */
final class AskedView extends QuestionView {
    private final Question.WithAnswer question;
    private final Notebook notebook;
    private final Runnable answered;
    private final AnswerField reply;
    private final Button check = new Button("Check");
    private final Button reveal = new Button("Reveal the answer", Icons.of(Feather.EYE));
    private final Label revealed = Labels.wrapped("");

    AskedView(Question.WithAnswer question, Notebook notebook, Runnable answered) {
        super(question);
        this.question = question;
        this.notebook = notebook;
        this.answered = answered;
        reply = AnswerField.to(question, this::check);
        check.setId("lesson-check-button");
        check.managedProperty().bind(check.visibleProperty());
        check.setOnAction(event -> check());
        if (question instanceof Question.OneOf choice && choice.answer() == null) {
            check.setText("Submit");
        }
        reveal.setId("lesson-reveal-button");
        reveal.setOnAction(event -> revealed.setText(question.solution()));
        Nodes.show(reveal, false);
        revealed.setId("lesson-revealed");
        revealed.getStyleClass().add("lesson-revealed");
        revealed.visibleProperty()
                .bind(reveal.visibleProperty().and(revealed.textProperty().isNotEmpty()));
        revealed.managedProperty().bind(revealed.visibleProperty());
        getChildren().addAll(reply, check, feedback, reveal, revealed);
        restore();
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
            reply.show("");
            reply.setDisable(false);
        } else {
            restore();
        }
    }

    private boolean isSettled() {
        GivenAnswer given = notebook.given(question);
        return given != null && given.isSettled();
    }

    private void restore() {
        GivenAnswer before = notebook.given(question);
        if (before != null) {
            reply.show(before.answer());
            show(before);
        }
    }

    private void check() {
        try {
            show(notebook.answer(question, reply.answer()));
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

    @Override
    void update() {}
}
