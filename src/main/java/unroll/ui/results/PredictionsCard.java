package unroll.ui.results;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.answers.Prediction;
import unroll.lens.answers.Predictions;
import unroll.session.Look;
import unroll.task.Answer;
import unroll.task.TaskData;
import unroll.ui.control.Icons;
import unroll.ui.control.Tips;
import unroll.ui.control.Words;
import unroll.ui.desk.Desk;

/** Some held-out examples, and what the network answers. */
final class PredictionsCard extends ResultCard {
    private static final int EXAMPLES = 50;
    /** Answers up to so many characters stand beside their input. */
    private static final int SHORT = 24;

    private final TaskData.Examined data;
    private final Label when = caption("The network is being asked.");
    private final PredictionRows rows = new PredictionRows();
    private final Examination<Asked> examination;
    private @Nullable Measurement last;

    private record Asked(long step, List<Prediction> predictions) {}

    PredictionsCard(Desk desk, TaskData.Examined data) {
        super("Answers to held-out examples");
        this.data = data;
        when.setId("predictions-when");
        examination = new Examination<>(desk, this::ask, this::show, when::setText);
        Button again = new Button("Refresh", Icons.of(Feather.REFRESH_CW));
        again.setId("refresh-predictions");
        again.getStyleClass().add("quiet");
        again.setMinWidth(USE_PREF_SIZE);
        Tips.on(again, "Asks the network as it is now. It is asked by itself after each measurement.");
        again.setOnAction(event -> refresh());
        addToHeader(again);
        getChildren().addAll(when, new Sideways(rows));
    }

    @Override
    void show(Measurement measurement) {
        last = measurement;
        refresh();
    }

    private void refresh() {
        Measurement measurement = last;
        if (measurement != null) {
            examination.request(measurement);
        }
    }

    /** On another thread. */
    private Asked ask(Look look, Measurement measurement) {
        return new Asked(look.step(), new Predictions(look.network(), data).of(data.validation(), EXAMPLES));
    }

    private void show(Asked asked) {
        List<Prediction> predictions = asked.predictions();
        when.setText(
                "At step %s: %s of %s held-out examples, evenly spread, are wholly right. A wrong character is red and underlined.%s"
                        .formatted(
                                Words.count(asked.step()),
                                Words.count(predictions.stream()
                                        .filter(Prediction::exact)
                                        .count()),
                                Words.count(predictions.size()),
                                data.layout().type().givesLabel()
                                        ? " Many answers would be right; the one the data have is shown."
                                        : ""));
        rows.show(predictions, isShort(predictions) ? PredictionRows.Form.TABLE : PredictionRows.Form.ALIGNED);
    }

    /** Answers as long as their input are compared character by character, one below the other. */
    private boolean isShort(List<Prediction> predictions) {
        return data.layout().type().answer() != Answer.AT_EVERY_STEP
                && predictions.stream().allMatch(each -> each.pair().output().length() <= SHORT);
    }
}
