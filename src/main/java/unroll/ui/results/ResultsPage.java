package unroll.ui.results;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.session.data.Dataset;
import unroll.session.state.Status;
import unroll.task.Layout;
import unroll.task.RnnType;
import unroll.task.TaskData;
import unroll.ui.control.Labels;
import unroll.ui.model.WindowModel;

/** What the last measurement of the validation part found. Does nothing while it is not looked at. */
public final class ResultsPage extends VBox {
    private final WindowModel window;
    private final ObservableValue<Boolean> visible;
    private final Label hint = Labels.wrapped("");
    private List<ResultCard> cards = List.of();
    private @Nullable ValidationResults shown;

    /** @param visible whether the page is in front */
    public ResultsPage(WindowModel window, ObservableValue<Boolean> visible) {
        this.window = window;
        this.visible = visible;
        setId("results");
        getStyleClass().add("results-page");
        hint.setId("results-hint");
        getChildren().add(hint);
        window.statusProperty().subscribe(status -> refresh());
        visible.subscribe(isVisible -> refresh());
    }

    private void refresh() {
        if (!visible.getValue()) {
            return;
        }
        Status status = window.status();
        ValidationResults now =
                ValidationResults.of(status, window.curvesProperty().get());
        if (now == null) {
            shown = null;
            cards = List.of();
            getChildren().setAll(hint);
            hint.setText(advice(status));
        } else if (!now.isOf(shown)) {
            show(now);
        }
    }

    private void show(ValidationResults now) {
        ValidationResults before = shown;
        if (before == null || before.dataset() != now.dataset()) {
            cards = cards(now);
            getChildren().setAll(cards);
        }
        shown = now;
        cards.forEach(card -> card.show(now));
    }

    private List<ResultCard> cards(ValidationResults now) {
        List<ResultCard> fitting = new ArrayList<>();
        fitting.add(new FiguresCard());
        if (now.dataset().data() instanceof TaskData.ExampleSets data) {
            Layout layout = data.layout();
            if (layout.type() == RnnType.ONE_TO_ONE) {
                fitting.add(new BigramCard(window, data));
            }
            now.evaluation().score().confusion().ifPresent(matrix -> fitting.add(new ConfusionCard(data)));
            if (PlacesCard.isOf(now.evaluation().score())) {
                fitting.add(new PlacesCard(layout.type()));
            }
            fitting.add(new PredictionsCard(window, data));
        }
        if (SurprisesCard.suits(now)) {
            fitting.add(
                    new SurprisesCard(window, (TaskData.Streams) now.dataset().data()));
        }
        return List.copyOf(fitting);
    }

    /** What to do so that there is something to see. */
    private static String advice(Status status) {
        Dataset dataset = status.dataset();
        int every = status.settings().training().validateEvery();
        if (every == 0) {
            return "Nothing has been measured. Set the interval of validation in the training settings to more than 0 and press"
                    + " Train.";
        }
        if (status.settings().split().validation() == 0 && dataset != null) {
            return "There is no validation part to measure. Give it a share in the split and train again.";
        }
        return status.metrics().step() == 0
                ? "Press Train. What the network gets right and wrong on the validation part appears here after %s steps."
                        .formatted(Formats.count(every))
                : "The validation part is measured every %s steps; what is found appears here."
                        .formatted(Formats.count(every));
    }
}
