package unroll.ui;

import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;

/** Where to read on. */
final class HelpMenu extends Menu {
    /** @param start shows the start page */
    HelpMenu(HelpDialogs help, Runnable start) {
        super("_Help");
        getItems()
                .addAll(
                        MenuItems.of("menu-guide", "User _Guide", "F1", help::guide),
                        MenuItems.of("menu-start-page", "_Start Page", start),
                        MenuItems.of("menu-shortcuts", "_Keyboard Shortcuts", help::shortcuts),
                        new SeparatorMenuItem(),
                        MenuItems.of("menu-about", "_About Unroll", help::about));
    }
}
