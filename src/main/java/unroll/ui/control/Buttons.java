package unroll.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Makes buttons. */
public final class Buttons {
    private Buttons() {}

    public static Button of(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    public static Button of(String id, String words, Feather icon, Runnable action) {
        Button button = of(id, words, action);
        button.setGraphic(Icons.of(icon));
        return button;
    }

    /** A button that opens something, or switches it on. */
    public static ToggleButton toggle(String id, String words, Feather icon, String tip) {
        ToggleButton button = Nodes.styled(new ToggleButton(words, Icons.of(icon)), "quiet");
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return Tips.on(button, tip);
    }

    /** A plain icon; a screen reader says what it does. */
    public static Button quiet(String id, Feather icon, String meaning, Runnable action) {
        Button button = of(id, "", icon, action);
        button.setAccessibleText(meaning);
        button.getStyleClass().add("quiet");
        return button;
    }
}
