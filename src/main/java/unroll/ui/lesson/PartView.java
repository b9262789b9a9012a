package unroll.ui.lesson;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.lesson.Lesson;
import unroll.session.lesson.Notebook;
import unroll.session.lesson.Notebook.GivenAnswer;
import unroll.session.lesson.Question;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Tips;
import unroll.ui.model.WindowModel;

/** One part of a lesson: what to read, what to set up, what to answer. */
final class PartView extends VBox {
    private final Lesson.Part part;
    private final Notebook notebook;
    private final @Nullable QuestionView question;

    /**
     * What can follow from it.
     *
     * @param setUp sets up another model
     * @param answered what happens after something was entered, right or wrong
     */
    record Acts(Consumer<Lesson.SetUp> setUp, Runnable answered) {}

    PartView(Lesson.Part part, WindowModel window, Notebook notebook, Acts acts) {
        this.part = part;
        this.notebook = notebook;
        getStyleClass().addAll("fields", "lesson-part");
        Label heading = Labels.wrapped(part.title());
        heading.setId("lesson-part-title");
        heading.getStyleClass().add("lesson-part-title");
        getChildren().add(heading);
        part.prompt().forEach(paragraph -> getChildren().add(Labels.wrapped(paragraph)));
        Lesson.SetUp setUp = part.setUp();
        if (setUp != null) {
            getChildren().add(button(setUp, acts.setUp()));
        }
        Question asked = part.question();
        question = asked == null ? null : QuestionView.of(asked, notebook, window.session(), acts.answered());
        if (question != null) {
            getChildren().add(question);
        }
    }

    private static Button button(Lesson.SetUp setUp, Consumer<Lesson.SetUp> act) {
        Button button = new Button(setUp.button(), Icons.of(Feather.SLIDERS));
        button.setId("lesson-do-button");
        button.setMnemonicParsing(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> act.accept(setUp));
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
