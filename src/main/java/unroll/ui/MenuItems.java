package unroll.ui;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import unroll.ui.model.WindowModel;

/** Makes menu items. */
final class MenuItems {
    private MenuItems() {}

    static MenuItem of(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** @param keys for example {@code Shortcut+O} */
    static MenuItem of(String id, String words, String keys, Runnable action) {
        MenuItem item = of(id, words, action);
        item.setAccelerator(KeyCombination.keyCombination(keys));
        return item;
    }

    /** Enabled only where there is a trained model. */
    static MenuItem needsModel(WindowModel window, MenuItem item) {
        window.statusProperty().subscribe(status -> item.setDisable(!window.hasTrainedModel()));
        return item;
    }
}
