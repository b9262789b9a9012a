package unroll.ui.projector;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** How large letters have to be for the last row. */
final class TypeSize {
    /** Lines of text on a screen: slides are read from the back of a room up to about forty. */
    private static final double LINES = 38;

    private TypeSize() {}

    /** Text size in pixels for the screen a window is on. */
    static double on(Stage stage) {
        Rectangle2D screen =
                Screen.getScreensForRectangle(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getBounds();
        return screen.getHeight() / LINES;
    }
}
