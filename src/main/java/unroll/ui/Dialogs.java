package unroll.ui;

import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.WindowPlacement;

/** What all dialogs of the program have in common: they open in the middle of their window, and Escape closes them. */
final class Dialogs {
    private static boolean arranged;

    private Dialogs() {}

    /** From now on, for every dialog that opens; to be called on the FX thread. */
    static void arrange() {
        if (!arranged) {
            arranged = true;
            Window.getWindows().addListener((ListChangeListener<Window>) change -> {
                while (change.next()) {
                    change.getAddedSubList().forEach(Dialogs::arrange);
                }
            });
        }
    }

    private static void arrange(Window window) {
        Scene scene = window.getScene();
        if (window instanceof Stage stage && scene != null && scene.getRoot() instanceof DialogPane pane) {
            // Where a dialog is measured before it has its type size, it would open at the corner of the screen.
            WindowPlacement.within(stage, HPos.CENTER, () -> area(stage.getOwner()));
            // Before a list or a text, which would keep the key for itself.
            scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ESCAPE && !isOpenBox(scene.getFocusOwner())) {
                    event.consume();
                    close(stage, pane);
                }
            });
        }
    }

    private static boolean isOpenBox(@Nullable Node focused) {
        return focused instanceof ComboBoxBase<?> box && box.isShowing();
    }

    /** As its own button would. */
    private static void close(Stage stage, DialogPane pane) {
        for (ButtonType type : pane.getButtonTypes()) {
            if (type.getButtonData().isCancelButton()) {
                ((Button) pane.lookupButton(type)).fire();
                return;
            }
        }
        stage.hide();
    }

    private static Rectangle2D area(@Nullable Window owner) {
        return owner == null
                ? Screen.getPrimary().getVisualBounds()
                : new Rectangle2D(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight());
    }
}
