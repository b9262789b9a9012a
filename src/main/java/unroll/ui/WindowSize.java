package unroll.ui;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** How large the window opens: most of a large screen, all of a small one. */
final class WindowSize {
    private static final double MIN_WIDTH = 1280;
    private static final double MIN_HEIGHT = 800;
    private static final double SHARE = 0.85;

    private WindowSize() {}

    static void fit(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.max(MIN_WIDTH, SHARE * screen.getWidth());
        double height = Math.max(MIN_HEIGHT, SHARE * screen.getHeight());
        stage.setWidth(Math.min(width, screen.getWidth()));
        stage.setHeight(Math.min(height, screen.getHeight()));
        stage.setMaximized(width >= screen.getWidth() || height >= screen.getHeight());
    }
}
