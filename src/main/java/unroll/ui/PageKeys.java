package unroll.ui;

import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import unroll.ui.control.DigitKeys;
import unroll.ui.pages.Page;
import unroll.ui.pages.Pages;

/** Ctrl and a digit turn to a page, on every keyboard: the menu's own keys know the digits of the upper row only. */
final class PageKeys {
    private final Pages pages;

    PageKeys(Pages pages) {
        this.pages = pages;
    }

    void watch(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && !event.isAltDown()) {
                DigitKeys.digit(event).ifPresent(digit -> show(digit, event));
            }
        });
    }

    private void show(int digit, KeyEvent event) {
        for (Page page : pages.offered()) {
            if (page.shortcut().equals(Integer.toString(digit))) {
                pages.show(page);
                event.consume();
            }
        }
    }
}
