package unroll.ui.control;

import javafx.beans.property.Property;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/** Makes menu items. */
public final class MenuItems {
    private MenuItems() {}

    public static MenuItem of(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** @param keys for example {@code Shortcut+O} */
    public static MenuItem of(String id, String words, String keys, Runnable action) {
        MenuItem item = of(id, words, action);
        item.setAccelerator(KeyCombination.keyCombination(keys));
        return item;
    }

    /** An item with a mark, which is there while something holds, and changes that. */
    public static CheckMenuItem check(String id, String words, Property<Boolean> state) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setId(id);
        item.selectedProperty().bindBidirectional(state);
        return item;
    }
}
