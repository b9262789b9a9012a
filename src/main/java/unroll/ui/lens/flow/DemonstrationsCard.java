package unroll.ui.lens.flow;

import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import unroll.session.Presets;
import unroll.settings.Settings;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.Labels;
import unroll.ui.control.RowLayouts;
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
                        RowLayouts.of(
                                button("vanish-button", "Vanishing (tanh)", Presets.VANISH),
                                button("vanish-solved-button", "Vanishing: LSTM", Presets.VANISH_SOLVED)),
                        Labels.hint(
                                "Three layers of plain tanh units read up to 40 letters and are asked for the first: the gradient"
                                        + " is gone long before it comes back to it. An LSTM's cell state brings it back, and the loss falls."),
                        RowLayouts.of(
                                button("explode-button", "Exploding (ReLU)", Presets.EXPLODE),
                                button("explode-solved-button", "With clipping", Presets.EXPLODE_SOLVED)),
                        Labels.hint(
                                "Plain ReLU units learn the text at a large rate with clipping off: the gradient grows until the loss"
                                        + " is no longer a number; slow motion then shows it step by step. With clipping, its norm stays at 1, the rate is lower, and training starts over."));
        Button end = Buttons.of(
                "demonstration-end-button",
                "End the demonstration",
                Feather.CORNER_UP_LEFT,
                switcher::endDemonstration);
        end.visibleProperty().bind(switcher.demonstrating());
        end.managedProperty().bind(end.visibleProperty());
        Tips.on(end, "Brings back your own text, settings and model.");
        getChildren().add(end);
    }

    private Button button(String id, String words, Settings settings) {
        return Buttons.of(id, words, Feather.PLAY, () -> switcher.demonstrate(settings));
    }
}
