package unroll.ui;

import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** How large the window opens: most of a large screen, all of a small one. */
final class WindowSize {
    /** Width at which two pages stand side by side between the other columns. */
    static final double TWO_PAGES_EM = 143;

    private static final double MIN_WIDTH = 1280;
    private static final double MIN_HEIGHT = 800;
    private static final double SHARE = 0.85;

    private WindowSize() {}

    /** @param em size of the text, in pixels */
    static void fit(Stage stage, double em) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Dimension2D size = on(screen, em);
        stage.setWidth(size.getWidth());
        stage.setHeight(size.getHeight());
        stage.setMaximized(size.getWidth() >= screen.getWidth() || size.getHeight() >= screen.getHeight());
    }

    /** Where the screen has room for two pages side by side, so has the window. */
    static Dimension2D on(Rectangle2D screen, double em) {
        double width = Math.max(MIN_WIDTH, SHARE * screen.getWidth());
        double height = Math.max(MIN_HEIGHT, SHARE * screen.getHeight());
        double twoPages = TWO_PAGES_EM * em;
        return new Dimension2D(
                Math.min(twoPages <= screen.getWidth() ? Math.max(width, twoPages) : width, screen.getWidth()),
                Math.min(height, screen.getHeight()));
    }
}
