package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The live samples end in a whole line, however high the window is. */
@ExtendWith(ApplicationExtension.class)
class SamplesColumnTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void endsInAWholeLine(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.session().train();
        window.awaitStatus("more samples than fit", status -> status.metrics().step() > 300);
        window.session().pause().get();
        window.await(
                "samples",
                () -> robot.lookup("#samples-list .sample-text").queryAll().size() > 2);
        for (double height : List.of(800.0, 795.0, 790.0, 785.0)) {
            robot.interact(() -> window.stage().setHeight(height));
            awaitWholeLines(robot, "at " + height);
        }
        CheckMenuItem projector = (CheckMenuItem) window.menuItem(robot, "menu-projector");
        robot.interact(() -> projector.setSelected(true));
        awaitWholeLines(robot, "on the projector");
    }

    private void awaitWholeLines(FxRobot robot, String where) {
        window.await(
                "whole lines " + where,
                () -> TestWindow.onFx(() -> cutLines(robot).isEmpty()));
    }

    /** The lines of text that the lower edge of the list runs through. */
    private static List<Bounds> cutLines(FxRobot robot) {
        ScrollPane list = robot.lookup("#samples-card .scroll-pane").queryAs(ScrollPane.class);
        list.getScene().getRoot().layout();
        Node viewport = list.lookup(".viewport");
        double edge = viewport.localToScene(viewport.getLayoutBounds()).getMaxY();
        List<Bounds> cut = new ArrayList<>();
        for (Node area : list.lookupAll(".sample-text")) {
            Text text = (Text) area.lookup(".content .text");
            for (int i = 0; i < text.getText().length(); i++) {
                Path character = new Path(text.rangeShape(i, i + 1));
                Bounds place = text.localToScene(character.getLayoutBounds());
                if (place.getMinY() + 2 < edge && edge < place.getMaxY() - 2) {
                    cut.add(place);
                }
            }
        }
        assertThat(edge).isPositive();
        return cut;
    }
}
