package unroll.ui.control;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Dimension2D;
import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** How large windows open, and where: in the middle of a height, so that title bars are on the screen also where nobody counts them in. */
public final class WindowPlacement {
    /** Width at which two pages stand side by side between the other columns. */
    public static final double TWO_PAGES_EM = 143;

    private static final double MIN_WIDTH = 1280;
    private static final double MIN_HEIGHT = 800;
    private static final double SHARE = 0.85;

    private WindowPlacement() {}

    /** Does something with every window that opens from now on. */
    public static void onOpen(Consumer<Window> action) {
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(action);
            }
        });
    }

    /** Makes the main window as large as most of a large screen, or all of a small one; em is the text's size in pixels. */
    public static void fit(Stage stage, double em) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Dimension2D size = on(screen, em);
        stage.setWidth(size.getWidth());
        stage.setHeight(size.getHeight());
        stage.setMaximized(size.getWidth() >= screen.getWidth() || size.getHeight() >= screen.getHeight());
    }

    /** The main window's size: where the screen has room for two pages side by side, so has the window. */
    public static Dimension2D on(Rectangle2D screen, double em) {
        double width = Math.max(MIN_WIDTH, SHARE * screen.getWidth());
        double height = Math.max(MIN_HEIGHT, SHARE * screen.getHeight());
        double twoPages = TWO_PAGES_EM * em;
        return new Dimension2D(
                Math.min(twoPages <= screen.getWidth() ? Math.max(width, twoPages) : width, screen.getWidth()),
                Math.min(height, screen.getHeight()));
    }

    /** Opens a window at one side of the screen. */
    public static void onScreen(Stage stage, HPos side) {
        within(stage, side, () -> Screen.getPrimary().getVisualBounds());
    }

    /**
     * Opens a window within an area. It is placed once it is there, as it is measured late and as some window managers place
     * what has an owner themselves; where the user moves it later it stays.
     *
     * @param area asked for when the window is there
     */
    public static void within(Stage stage, HPos side, Supplier<Rectangle2D> area) {
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, new EventHandler<>() {
            @Override
            public void handle(WindowEvent shown) {
                stage.removeEventHandler(WindowEvent.WINDOW_SHOWN, this);
                Rectangle2D place = area.get();
                Point2D corner = corner(place, screen(place), side, stage.getWidth(), stage.getHeight());
                stage.setX(corner.getX());
                stage.setY(corner.getY());
            }
        });
    }

    private static Rectangle2D screen(Rectangle2D area) {
        return Screen.getScreensForRectangle(area).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }

    /** The upper left corner of a window of some size, in pixels: within an area, and with its title bar on the screen. */
    static Point2D corner(Rectangle2D area, Rectangle2D screen, HPos side, double width, double height) {
        double gap = area.getWidth() - width;
        double x = switch (side) {
            case LEFT -> area.getMinX();
            case CENTER -> area.getMinX() + gap / 2;
            case RIGHT -> area.getMinX() + gap;
        };
        double y = area.getMinY() + (area.getHeight() - height) / 2;
        return new Point2D(Math.max(screen.getMinX(), x), Math.max(screen.getMinY(), y));
    }
}
