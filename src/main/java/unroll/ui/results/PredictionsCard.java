package unroll.ui.results;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.Predictions;
import unroll.lens.Predictions.Prediction;
import unroll.message.Formats;
import unroll.session.model.ModelSnapshot;
import unroll.task.AnswerMode;
import unroll.task.TaskData;
import unroll.ui.control.Buttons;
import unroll.ui.control.Labels;
import unroll.ui.control.Tips;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;

/** Some held-out examples, and what the network answers. */
final class PredictionsCard extends ResultCard {
    private static final int EXAMPLES = 50;
    /** Answers up to so many characters stand beside their input. */
    private static final int SHORT = 24;

    private final TaskData.ExampleSets data;
    private final Label when = Labels.hint("The network is being asked.");
    private final PredictionRows rows = new PredictionRows();
    private final ModelQuery<ValidationResults, Evaluated> query;
    private @Nullable ValidationResults last;

    private record Evaluated(long step, List<Prediction> predictions) {}

    PredictionsCard(WindowModel window, TaskData.ExampleSets data) {
        super("Answers to held-out examples");
        this.data = data;
        when.setId("predictions-when");
        query = query(window, this::predict)
                .onAnswer((measurement, asked) -> show(asked))
                .onRefusal(when::setText)
                .build();
        Button again = Buttons.of("refresh-predictions", "Refresh", Feather.REFRESH_CW, this::refresh);
        again.getStyleClass().add("quiet");
        again.setMinWidth(USE_PREF_SIZE);
        Tips.on(again, "Asks the network as it is now. It is asked by itself after each measurement.");
        addToHeader(again);
        getChildren().addAll(when, new HorizontalScrollPane(rows));
    }

    @Override
    void show(ValidationResults measurement) {
        last = measurement;
        refresh();
    }

    private void refresh() {
        ValidationResults measurement = last;
        if (measurement != null) {
            query.refresh(measurement);
        }
    }

    /** On another thread. */
    private Evaluated predict(ModelSnapshot model) {
        return new Evaluated(model.step(), new Predictions(model.network(), data).of(data.validation(), EXAMPLES));
    }

    private void show(Evaluated asked) {
        List<Prediction> predictions = asked.predictions();
        PredictionRows.Form form = isShort(predictions) ? PredictionRows.Form.TABLE : PredictionRows.Form.ALIGNED;
        String below = form == PredictionRows.Form.ALIGNED
                ? " Below each input stands the answer, and what is right where it differs."
                : "";
        String many = data.layout().type().givesLabel()
                ? " Many answers would be right; the one the data have is shown."
                : "";
        when.setText("At step %s: %s of %s held-out examples, evenly spread, fully correct."
                        .formatted(
                                Formats.count(asked.step()),
                                Formats.count(predictions.stream()
                                        .filter(Prediction::exact)
                                        .count()),
                                Formats.count(predictions.size()))
                + " A wrong character is red and underlined."
                + below
                + many);
        rows.show(predictions, form);
    }

    /** Answers as long as their input are compared character by character, one below the other. */
    private boolean isShort(List<Prediction> predictions) {
        return data.layout().type().answer() != AnswerMode.AT_EVERY_STEP
                && predictions.stream().allMatch(each -> each.pair().output().length() <= SHORT);
    }
}
