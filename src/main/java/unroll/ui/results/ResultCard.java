package unroll.ui.results;

import javafx.scene.Node;
import javafx.scene.control.Label;
import unroll.ui.control.Card;

/** One view of what was measured. */
abstract class ResultCard extends Card {
    ResultCard(String title, Node... content) {
        super(title, content);
        setMinHeight(USE_PREF_SIZE);
    }

    /** Shows a measurement of the data the card was made for. */
    abstract void show(Measurement measurement);

    /** Small print. */
    static Label caption(String words) {
        Label caption = words(words);
        caption.getStyleClass().add("hint");
        return caption;
    }

    /** Text that wraps, and is never cut. */
    static Label words(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
