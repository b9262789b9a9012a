package unroll.ui;

import javafx.scene.control.Menu;
import unroll.ui.control.Copying;
import unroll.ui.samples.SamplesCard;
import unroll.ui.samples.WriteCard;

/** Copying what the network wrote. */
final class EditMenu extends Menu {
    EditMenu(SamplesCard samples, WriteCard write) {
        super("_Edit");
        getItems()
                .addAll(
                        MenuItems.of(
                                "menu-copy-samples",
                                "Copy All _Samples",
                                "Shortcut+Shift+C",
                                () -> Copying.text(samples.asText())),
                        MenuItems.of("menu-copy-written", "Copy _Written Text", () -> Copying.text(write.text())));
    }
}
