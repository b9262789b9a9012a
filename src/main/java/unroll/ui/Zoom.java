package unroll.ui;

import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import unroll.session.Preferences;
import unroll.ui.control.DigitKeys;

/** Makes everything larger or smaller, in every window of the program: the size of the text at each root. */
final class Zoom {
    private static final String NAME = "zoom";
    private static final double TEXT_PIXELS = 14;
    private static final int[] PERCENT = {50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 225, 250, 275, 300};
    private static final double ICON_EM = 1.15;
    private static final double BUTTON_EM = 5.2;
    private static final int ACTUAL_SIZE = 100;

    private final ReadOnlyDoubleWrapper percent = new ReadOnlyDoubleWrapper(ACTUAL_SIZE);
    /** What is remembered; another than is seen while the size is lent. */
    private double own;

    private boolean lent;

    Zoom(Preferences memory) {
        double remembered = memory.get(NAME, ACTUAL_SIZE);
        percent.set(Math.max(PERCENT[0], Math.min(PERCENT[PERCENT.length - 1], remembered)));
        own = percent.get();
        percent.subscribe(value -> {
            if (!lent) {
                own = value.doubleValue();
                memory.put(NAME, Integer.toString(value.intValue()));
            }
        });
        percent.subscribe(value -> Window.getWindows().forEach(this::dress));
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::dress);
            }
        });
    }

    void in() {
        for (int step : PERCENT) {
            if (step > percent.get()) {
                percent.set(step);
                return;
            }
        }
    }

    void out() {
        for (int i = PERCENT.length - 1; i >= 0; i--) {
            if (PERCENT[i] < percent.get()) {
                percent.set(PERCENT[i]);
                return;
            }
        }
    }

    void actualSize() {
        percent.set(ACTUAL_SIZE);
    }

    /**
     * Shows another size for a while. It can be made larger and smaller as ever, and nothing of that is remembered.
     *
     * @param pixels height of the letter em
     */
    void lend(double pixels) {
        lent = true;
        percent.set(ACTUAL_SIZE * pixels / TEXT_PIXELS);
    }

    /** Shows the user's own size again. */
    void undo() {
        percent.set(own);
        lent = false;
    }

    /** Height of the letter em, in pixels. */
    double textPixels() {
        return TEXT_PIXELS * percent.get() / 100;
    }

    /** In percent. */
    ReadOnlyDoubleProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    private void dress(Window window) {
        window.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                dress(scene);
            }
        });
    }

    private void dress(Scene scene) {
        String size = String.format(
                Locale.ROOT, "-fx-font-size: %.2fpx; -unroll-icon-size: %.0fpx;", textPixels(), ICON_EM * textPixels());
        if (!size.equals(scene.getRoot().getStyle())) {
            scene.getRoot().setStyle(size);
            scene.getRoot().lookupAll(".combo-box").forEach(Zoom::letShrink);
            scene.getRoot().lookupAll(".button-bar").forEach(bar -> measureButtons((ButtonBar) bar));
        }
    }

    /** A dialog measures its buttons once, before it is dressed. */
    private void measureButtons(ButtonBar bar) {
        bar.getScene().getRoot().applyCss();
        for (Node button : bar.getButtons()) {
            ((Region) button).setMinWidth(Region.USE_COMPUTED_SIZE);
            ((Region) button).setPrefWidth(Region.USE_COMPUTED_SIZE);
        }
        bar.setButtonMinWidth(BUTTON_EM * textPixels());
    }

    /** A combo box never wants to be narrower than it is. */
    private static void letShrink(Node box) {
        box.resize(0, 0);
        box.getParent().requestLayout();
    }

    /** Every key that could mean larger or smaller: keyboards differ in where plus lies. */
    void watch(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && !event.isAltDown() && zoomed(event)) {
                event.consume();
            }
        });
    }

    private boolean zoomed(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> in();
            case MINUS, SUBTRACT -> out();
            default -> {
                if (DigitKeys.digit(event).orElse(1) != 0) {
                    return false;
                }
                actualSize();
            }
        }
        return true;
    }
}
