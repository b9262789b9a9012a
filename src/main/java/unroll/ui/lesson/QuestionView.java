package unroll.ui.lesson;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unroll.session.Session;
import unroll.session.lesson.Notebook;
import unroll.session.lesson.Notebook.GivenAnswer;
import unroll.session.lesson.Question;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;

/** A question of the part that is read. */
abstract class QuestionView extends VBox {
    final Feedback feedback = new Feedback();
    final Notebook notebook;
    private final Question question;

    QuestionView(Question question, Notebook notebook) {
        this.question = question;
        this.notebook = notebook;
        Label ask = Nodes.styled(
                Nodes.named("lesson-question", Labels.wrapped(question.words().ask())), "lesson-ask");
        getStyleClass().addAll("fields", "lesson-question");
        getChildren().add(ask);
    }

    /** @param answered what to do after something was entered, right or wrong */
    static QuestionView of(Question question, Notebook notebook, Session session, Runnable answered) {
        if (question instanceof Question.Goal goal) {
            return new GoalView(goal, notebook, session);
        }
        return new AskedView((Question.WithAnswer) question, notebook, answered);
    }

    /** Whether nothing is left to answer. */
    final boolean isSettled() {
        GivenAnswer given = notebook.given(question);
        return given != null && given.isSettled();
    }

    /** Whether a class sees it, for whom the answer is hidden. */
    void present(boolean now) {}

    /** Looks at the run, five times a second. */
    void update() {}
}
