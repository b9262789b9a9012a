package unroll.ui.answers;

import javafx.scene.control.Label;
import unroll.ui.control.Labels;
import unroll.ui.model.WindowModel;

/** An answer under every character that is read. */
final class StepsPanel extends TypedPanel {
    private final AnswerSymbols places;
    private final Label result = Labels.optional("answer-headline", "");

    StepsPanel(WindowModel window, Exercise exercise) {
        super(window, exercise, "What the network reads. Its answer stands below, character under character.");
        places = new AnswerSymbols(exercise);
        result.getStyleClass().addAll("answer-headline", "reading");
        result.setVisible(exercise.rewritesAnswers());
        Label legend = Labels.hint(
                exercise.restores()
                        ? "Underlined and bold: put back. Dashed: less than 80 % sure. The bars say how sure."
                        : "Dashed: less than 80 % sure. The bars say how sure.");
        answerIn(places, result, legend);
    }

    @Override
    void show(Answered answered) {
        places.show(answered);
        result.setText("%s = %s".formatted(answered.typed(), answered.shown()));
    }
}
