package unroll.ui.answers;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import unroll.ui.control.Buttons;
import unroll.ui.control.Labels;
import unroll.ui.control.Tips;
import unroll.ui.model.WindowModel;

/** An answer of its own length, written symbol by symbol. */
final class WrittenPanel extends TypedPanel {
    private final Label question = Labels.wrapped("");
    private final AnswerSymbols places;
    private final Label cutOff = Labels.hint("It did not come to an end by itself and was cut off.");

    WrittenPanel(WindowModel window, Exercise exercise) {
        super(window, exercise, "What the encoder reads. Press Enter for the answer.");
        places = new AnswerSymbols(exercise);
        places.getStyleClass().add("written-places");
        question.setId("answer-headline");
        question.getStyleClass().addAll("answer-headline", "reading");
        cutOff.managedProperty().bind(cutOff.visibleProperty());
        Button button = Buttons.of("answer-button", "Answer", Feather.CORNER_DOWN_RIGHT, this::predict);
        button.setMaxWidth(Double.MAX_VALUE);
        Tips.on(button, "Lets the network read the whole input and write its answer symbol by symbol.");
        entryField().setOnAction(event -> predict());
        getChildren().add(2, button);
        answerIn(question, places, cutOff);
        window.onTick(this, places::revealMore);
    }

    @Override
    void typedReadable() {
        // It is read as a whole, when the user asks for the answer.
    }

    @Override
    void show(Answered answered) {
        headline(answered);
        places.show(answered);
    }

    @Override
    void showFirst(Answered answered) {
        headline(answered);
        places.reveal(answered);
    }

    private void headline(Answered answered) {
        question.setText("%s \u2192 %s".formatted(answered.typed(), answered.shown()));
        cutOff.setVisible(answered.reply().symbols().length == Answered.MAX_LENGTH);
    }
}
