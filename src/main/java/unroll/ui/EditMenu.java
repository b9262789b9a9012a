package unroll.ui;

import javafx.scene.control.Menu;
import unroll.ui.control.Copying;

/** Copying what the network wrote. */
final class EditMenu extends Menu {
    EditMenu(WritingColumn writing) {
        super("_Edit");
        getItems()
                .addAll(
                        MenuItems.of(
                                "menu-copy-samples",
                                "Copy All _Samples",
                                "Shortcut+Shift+C",
                                () -> Copying.text(writing.samples().asText())),
                        MenuItems.of(
                                "menu-copy-written",
                                "Copy _Written Text or Answer",
                                () -> Copying.text(writing.onRequest())));
    }
}
