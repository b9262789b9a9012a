package unroll.ui;

import javafx.scene.control.Menu;
import unroll.ui.control.ClipboardText;

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
                                () -> ClipboardText.text(writing.samples().asText())),
                        MenuItems.of(
                                "menu-copy-written",
                                "Copy _Written Text or Answer",
                                () -> ClipboardText.text(writing.onRequest())));
    }
}
