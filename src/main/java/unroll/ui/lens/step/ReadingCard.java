package unroll.ui.lens.step;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.session.ModelCopies.ModelFunction;
import unroll.ui.control.Card;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.model.WindowModel;

/**
 * The model at hand reads the beginning of its validation text, a character at each tick of the window, and its states change as it
 * learns. Hidden while there is no trained model.
 */
public final class ReadingCard extends Card {
    private static final String WORDS =
            "Your network, unrolled, reads its validation text. Each box is a state with its first 24 units: red above 0, blue below."
                    + " An arrow is as thick as the state it carries is strong. Click a box to walk through that step in numbers.";

    private final UnrolledStates states = new UnrolledStates(this::open);
    private final Label caption = Labels.hint("");
    private final Consumer<StepPlace> opener;
    private @Nullable ReadPassage passage;

    /**
     * @param still whether nothing may move
     * @param opener leads to a step
     */
    public ReadingCard(WindowModel window, ObservableBooleanValue still, Consumer<StepPlace> opener) {
        super("The network reading");
        this.opener = opener;
        caption.setId("reading-caption");
        getChildren().add(states);
        addToHeader(caption);
        explain(WORDS, "reading", window.session().preferences());
        window.<ModelFunction<ReadPassage>, ReadPassage>query(
                        this, window.session().copies()::inspect)
                .follow(() -> model -> ReadPassage.of(model, window.status().dataset()))
                .minPause(Duration.ofSeconds(3))
                .onAnswer((asked, read) -> show(read))
                .onRefusal(this::refuse)
                .build();
        window.statusProperty().subscribe(status -> Nodes.show(this, window.hasTrainedModel()));
        window.onTick(this, () -> {
            if (!Nodes.isShowing(this)) {
                return;
            }
            if (still.get()) {
                states.fill();
            } else {
                states.advance();
            }
        });
    }

    private void show(ReadPassage now) {
        passage = now;
        states.show(now);
        caption.setText("Read by the network at step %s.".formatted(Formats.count(now.step())));
    }

    private void refuse(String sentence) {
        passage = null;
        states.show(null);
        caption.setText(sentence);
    }

    private void open(int index) {
        ReadPassage shown = passage;
        if (shown != null) {
            int begin = shown.begin(index);
            opener.accept(new StepPlace(new String(shown.text(), begin, index + 1 - begin), index + 1 - begin));
        }
    }
}
