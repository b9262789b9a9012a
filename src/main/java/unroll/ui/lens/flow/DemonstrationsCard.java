package unroll.ui.lens.flow;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.Demonstrations;
import unroll.settings.Settings;
import unroll.ui.control.Card;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Tips;
import unroll.ui.files.ModelSwitcher;

/** Two ways in which a gradient goes wrong, each with what helps. */
final class DemonstrationsCard extends Card {
    private final ModelSwitcher switcher;

    DemonstrationsCard(ModelSwitcher switcher) {
        super("Demonstrations");
        this.switcher = switcher;
        getChildren()
                .addAll(
                        new HBox(
                                button("vanish-button", "Vanishing (tanh)", Demonstrations.VANISH),
                                button("vanish-solved-button", "Vanishing: LSTM", Demonstrations.VANISH_SOLVED)),
                        Labels.hint(
                                "Three layers of plain tanh units read up to 40 letters and are asked for the first: the gradient"
                                        + " is gone long before it comes back to it. An LSTM's cell state brings it back, and the loss falls."),
                        new HBox(
                                button("explode-button", "Exploding (ReLU)", Demonstrations.EXPLODE),
                                button("explode-solved-button", "With clipping", Demonstrations.EXPLODE_SOLVED)),
                        Labels.hint(
                                "Plain ReLU units learn the text at a large rate with clipping off: the gradient grows until the loss"
                                        + " is no longer a number; slow motion then shows it step by step. With clipping, its norm stays at 1, the rate is lower, and training starts over."));
        Button end = new Button("End the demonstration", Icons.of(Feather.CORNER_UP_LEFT));
        end.setId("demonstration-end-button");
        end.setOnAction(event -> switcher.endDemonstration());
        end.visibleProperty().bind(switcher.demonstrating());
        end.managedProperty().bind(end.visibleProperty());
        Tips.on(end, "Brings back your own text, settings and model.");
        getChildren().add(end);
        getChildren().stream()
                .filter(HBox.class::isInstance)
                .forEach(row -> row.getStyleClass().add("row"));
    }

    private Button button(String id, String words, Settings settings) {
        Button button = new Button(words, Icons.of(Feather.PLAY));
        button.setId(id);
        button.setOnAction(event -> switcher.demonstrate(settings));
        return button;
    }
}
