package unroll.ui;

import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Window;
import unroll.session.Preferences;
import unroll.ui.control.DigitKeys;
import unroll.ui.control.WindowPlacement;

/** Makes everything larger or smaller, in every window of the program: the size of the text at each root. */
final class Zoom {
    private static final String NAME = "zoom";
    private static final double TEXT_PIXELS = 14;
    private static final int[] PERCENT = {50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 225, 250, 275, 300};
    private static final double ICON_EM = 1.15;
    private static final double BUTTON_EM = 5.2;
    private static final int ACTUAL_SIZE = 100;

    /** The least room, in em, in which the menus and the first buttons of the toolbar are whole. */
    private static final double MIN_WIDTH_EM = 40;

    private static final double MIN_HEIGHT_EM = 24;

    private static final double LARGE_WIDTH = 2560;
    private static final double LARGE_HEIGHT = 1440;
    private static final int LARGE_SCREEN = 125;

    private final Preferences memory;
    private final int actual;
    private final ReadOnlyDoubleWrapper percent = new ReadOnlyDoubleWrapper();

    /** What is remembered; another is shown while a size is lent. */
    private double own;

    /** What is shown where the window has room for it. */
    private double wanted;

    private double limit = Double.MAX_VALUE;
    private boolean lent;

    Zoom(Preferences memory) {
        this.memory = memory;
        actual = actualSize(Screen.getPrimary().getBounds());
        double remembered = memory.get(NAME, actual);
        own = Math.max(PERCENT[0], Math.min(PERCENT[PERCENT.length - 1], remembered));
        wanted = own;
        percent.set(own);
        percent.subscribe(value -> Window.getWindows().forEach(this::dress));
        WindowPlacement.onOpen(this::dress);
    }

    /** What everything has where nobody chose a size, in percent: more on a large screen, which is looked at from farther away. */
    static int actualSize(Rectangle2D screen) {
        return screen.getWidth() >= LARGE_WIDTH && screen.getHeight() >= LARGE_HEIGHT ? LARGE_SCREEN : ACTUAL_SIZE;
    }

    /** The next larger size, as far as the window has room for it. */
    void in() {
        IntStream.of(PERCENT)
                .filter(step -> step > percent.get() && step <= limit)
                .min()
                .ifPresent(this::choose);
    }

    void out() {
        IntStream.of(PERCENT).filter(step -> step < percent.get()).max().ifPresent(this::choose);
    }

    void actualSize() {
        choose(actual);
    }

    private void choose(int size) {
        if (!lent) {
            own = size;
            memory.put(NAME, Integer.toString(size));
        }
        resize(size);
    }

    private void resize(double size) {
        wanted = size;
        percent.set(Math.min(wanted, limit));
    }

    /**
     * Shows another size for a while. It can be made larger and smaller as ever, and nothing of that is remembered.
     *
     * @param pixels height of the letter em
     */
    void showTemporarily(double pixels) {
        lent = true;
        resize(ACTUAL_SIZE * pixels / TEXT_PIXELS);
    }

    /** Shows the user's own size again. */
    void undo() {
        lent = false;
        resize(own);
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

    /**
     * Follows the main window: every key that could mean larger or smaller, as keyboards differ in where plus lies; and its
     * size, as what is chosen in a large window may be too much for a small one.
     */
    void watch(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && !event.isAltDown() && zoomed(event)) {
                event.consume();
            }
        });
        scene.widthProperty().subscribe(width -> fit(scene));
        scene.heightProperty().subscribe(height -> fit(scene));
    }

    private void fit(Scene scene) {
        if (scene.getWidth() > 0 && scene.getHeight() > 0) {
            double pixels = Math.min(scene.getWidth() / MIN_WIDTH_EM, scene.getHeight() / MIN_HEIGHT_EM);
            limit = Math.max(PERCENT[0], ACTUAL_SIZE * pixels / TEXT_PIXELS);
            resize(wanted);
        }
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
