package unroll.ui.lesson;

import javafx.scene.control.Button;
import unroll.session.lesson.GivenAnswer;
import unroll.session.lesson.Notebook;
import unroll.session.lesson.Question;

/** A question that is answered with a word or a choice. */
final class AskedView extends QuestionView {
    private final Question.Asked question;
    private final Notebook notebook;
    private final Runnable answered;
    private final AnswerField reply;
    private final Button check = new Button("Check");

    AskedView(Question.Asked question, Notebook notebook, Runnable answered) {
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
        getChildren().addAll(reply, check, feedback);
        GivenAnswer before = notebook.given(question);
        if (before != null) {
            reply.show(before.answer());
            show(before);
        }
    }

    private void check() {
        try {
            show(notebook.answer(question, reply.answer()));
        } catch (IllegalArgumentException none) {
            feedback.refuse(String.valueOf(none.getMessage()));
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
