package unroll.ui.results;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import javafx.scene.Node;
import unroll.session.model.ModelSnapshot;
import unroll.ui.control.Card;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;

/** One view of what was measured. */
abstract class ResultCard extends Card {
    ResultCard(String title, Node... content) {
        super(title, content);
        setMinHeight(USE_PREF_SIZE);
    }

    /** Shows a measurement of the data the card was made for. */
    abstract void show(ValidationResults measurement);

    /** Asks the network that learns the data of a measurement, at most every few seconds. */
    final <T> ModelQuery<ValidationResults, T> query(WindowModel window, Function<ModelSnapshot, T> question) {
        return window.query(
                        this,
                        (ValidationResults measurement) -> window.session()
                                .copies()
                                .inspect(model -> {
                                    if (!model.layout()
                                            .equals(measurement.dataset().data().layout())) {
                                        throw new CancellationException("The model has changed since.");
                                    }
                                    return question.apply(model);
                                }))
                .minPause(Duration.ofSeconds(3));
    }
}
