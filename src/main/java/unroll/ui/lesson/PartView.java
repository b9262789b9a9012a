package unroll.ui.lesson;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.Session;
import unroll.session.lesson.Lesson;
import unroll.session.lesson.Notebook;
import unroll.session.lesson.Notebook.GivenAnswer;
import unroll.session.lesson.Question;
import unroll.ui.control.Buttons;
import unroll.ui.control.Labels;
import unroll.ui.control.Tips;

/** One part of a lesson: what to read, what to set up, what to answer. */
final class PartView extends VBox {
    private final Lesson.LessonPart part;
    private final Notebook notebook;
    private final @Nullable QuestionView question;

    /**
     * @param setUp sets up another model
     * @param answered what happens after something was entered, right or wrong
     */
    PartView(
            Lesson.LessonPart part,
            Session session,
            Notebook notebook,
            Consumer<Lesson.SettingsButton> setUp,
            Runnable answered) {
        this.part = part;
        this.notebook = notebook;
        getStyleClass().addAll("fields", "lesson-part");
        Label heading = Labels.wrapped(part.title());
        heading.setId("lesson-part-title");
        heading.getStyleClass().add("lesson-part-title");
        getChildren().add(heading);
        part.prompt().forEach(paragraph -> getChildren().add(Labels.wrapped(paragraph)));
        Lesson.SettingsButton other = part.setUp();
        if (other != null) {
            getChildren().add(button(other, setUp));
        }
        Question asked = part.question();
        question = asked == null ? null : QuestionView.of(asked, notebook, session, answered);
        if (question != null) {
            getChildren().add(question);
        }
    }

    private static Button button(Lesson.SettingsButton setUp, Consumer<Lesson.SettingsButton> act) {
        Button button = Buttons.of("lesson-do-button", setUp.button(), Feather.SLIDERS, () -> act.accept(setUp));
        button.setMnemonicParsing(false);
        button.setMaxWidth(Double.MAX_VALUE);
        return Tips.on(
                button, "Sets up the settings for this part. The present model is discarded; you are asked first.");
    }

    /** Whether nothing is left to answer. */
    boolean isSettled() {
        Question asked = part.question();
        GivenAnswer given = asked == null ? null : notebook.given(asked);
        return asked == null || given != null && given.isSettled();
    }

    /** Whether a class sees it, for whom the answer is hidden. */
    void present(boolean now) {
        if (question != null) {
            question.present(now);
        }
    }

    void update() {
        if (question != null) {
            question.update();
        }
    }
}
