package unroll.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** Where windows open. */
class WindowPlacementTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(100, 40, 1200, 800);

    private static Point2D corner(Rectangle2D area, HPos side, double width, double height) {
        return WindowPlacement.corner(area, SCREEN, side, width, height);
    }

    @Test
    void standsAtASideInTheMiddleOfTheHeight() {
        assertThat(corner(SCREEN, HPos.LEFT, 1000, 700)).isEqualTo(new Point2D(100, 90));
        assertThat(corner(SCREEN, HPos.CENTER, 1000, 700)).isEqualTo(new Point2D(200, 90));
        assertThat(corner(SCREEN, HPos.RIGHT, 1000, 700)).isEqualTo(new Point2D(300, 90));
        assertThat(corner(new Rectangle2D(500, 240, 600, 400), HPos.CENTER, 300, 200))
                .isEqualTo(new Point2D(650, 340));
    }

    @Test
    void keepsItsTitleBarOnTheScreen() {
        assertThat(corner(SCREEN, HPos.RIGHT, 1400, 900)).isEqualTo(new Point2D(100, 40));
        assertThat(corner(new Rectangle2D(-300, -100, 500, 300), HPos.CENTER, 300, 200))
                .isEqualTo(new Point2D(100, 40));
    }
}
