package unroll.ui.control;

import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button whose words and icon say what pressing it does next. */
public final class StateButton extends Button {
    private final FontIcon icon = Icons.of(Feather.PLAY);

    /** @param words to begin with, beside an icon to play */
    public StateButton(String id, String words, Runnable action) {
        super(words);
        setGraphic(icon);
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> action.run());
    }

    public void show(String words, Feather symbol) {
        setText(words);
        icon.setIconCode(symbol);
    }
}
