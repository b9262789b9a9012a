package unroll.ui.control;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Sentences in the window. All of them wrap, take the height they need, and are never cut. */
public final class Labels {
    private Labels() {}

    public static Label wrapped(String sentences) {
        Label label = new Label(sentences);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** What a control is called; an underscore marks the letter that leads to it. */
    public static Label of(String words, Control control) {
        Label label = new Label(words);
        label.setMnemonicParsing(true);
        label.setLabelFor(control);
        return label;
    }

    /** Small print: what a page or a figure shows. */
    public static Label hint(String sentences) {
        Label hint = wrapped(sentences);
        hint.getStyleClass().add("hint");
        return hint;
    }

    /** The reason why there is nothing to see, with an icon; takes no room while there is no reason. */
    public static Label refusal(String id) {
        Label refusal = hint("");
        refusal.setId(id);
        refusal.setGraphic(Icons.of(Feather.INFO));
        refusal.managedProperty().bind(refusal.visibleProperty());
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        return refusal;
    }
}
