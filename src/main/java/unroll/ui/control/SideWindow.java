package unroll.ui.control;

import javafx.geometry.Dimension2D;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** A window beside the program, which can be worked with meanwhile. It looks like the program's own, and closes with it. */
public final class SideWindow extends Stage {
    private static final double HEIGHT_SHARE = 0.92;

    /**
     * @param size in pixels; less on a small screen
     * @param side of the screen where it opens
     */
    public SideWindow(Stage program, String title, Parent content, Dimension2D size, HPos side) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                content,
                Math.min(size.getWidth(), screen.getWidth()),
                Math.min(size.getHeight(), HEIGHT_SHARE * screen.getHeight()));
        scene.getStylesheets().setAll(program.getScene().getStylesheets());
        setScene(scene);
        setTitle("Unroll – " + title);
        WindowPlacement.onScreen(this, side);
        program.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> hide());
    }

    /** Opens it, or brings it to the front. */
    public void open() {
        show();
        toFront();
    }
}
