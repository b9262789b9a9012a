package unroll.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.plot.Ink;
import unroll.task.score.Ratio;
import unroll.ui.control.PointableCanvas;

/** What is pointed at, while what is shown changes. */
@ExtendWith(ApplicationExtension.class)
class HeatMapTest {
    private final List<HeatMap.@Nullable Position> pointed = new ArrayList<>();
    private HeatMap map;
    private PlaceBars bars;

    @Start
    void start(Stage stage) {
        map = new HeatMap("map", 1);
        map.onPoint(pointed::add);
        bars = new PlaceBars("place");
        stage.setScene(new Scene(new VBox(map, bars), 400, 500));
        stage.show();
    }

    private static HeatMap.Table table(String words, String... names) {
        List<String> all = List.of(names);
        return new HeatMap.Table(all, (row, column) -> new HeatMap.HeatCell(Ink.BLUE, 0.5, "", words + row + column));
    }

    private static void right(FxRobot robot, PointableCanvas canvas) {
        robot.interact(() -> canvas.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false)));
    }

    private static Label bubble(PointableCanvas canvas) {
        return (Label) canvas.lookup("#" + canvas.getId() + "-bubble");
    }

    @Test
    void theBubbleOfACellFollowsTheNumbers(FxRobot robot) {
        robot.interact(() -> map.show(table("before ", "a", "b")));
        right(robot, map);
        assertThat(bubble(map).getText()).isEqualTo("before 00");

        robot.interact(() -> map.show(table("now ", "a", "b")));
        assertThat(bubble(map).getText()).isEqualTo("now 00");
        assertThat(bubble(map).isVisible()).isTrue();
    }

    @Test
    void theBubbleGoesWithTheTableAndTheListenerIsTold(FxRobot robot) {
        robot.interact(() -> map.show(table("before ", "a", "b")));
        right(robot, map);
        robot.interact(() -> map.show(table("now ", "a", "b", "c")));

        assertThat(bubble(map).isVisible()).isFalse();
        assertThat(pointed).containsExactly(new HeatMap.Position(0, 0), null);
    }

    @Test
    void theBubbleOfABarFollowsTheNumbers(FxRobot robot) {
        robot.interact(() -> bars.show(List.of(new Ratio(1, 4), new Ratio(2, 4))));
        right(robot, bars);
        right(robot, bars);
        assertThat(bubble(bars).getText()).startsWith("place 2: 50");

        robot.interact(() -> bars.show(List.of(new Ratio(1, 4), new Ratio(3, 4))));
        assertThat(bubble(bars).getText()).startsWith("place 2: 75");
    }
}
