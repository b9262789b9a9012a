package unroll.ui.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.corpus.Range;
import unroll.ui.MainWindow;
import unroll.ui.TestWindow;

/** A text as tall as it needs to be. */
@ExtendWith(ApplicationExtension.class)
class ReadOnlyTextTest {
    private static final double MAX_EM = 30;
    private static final String LINE = "WENNA: The bell that hung beside the river gate was borrowed from a town.\n";

    private ReadOnlyText text;
    private VBox box;

    @Start
    void start(Stage stage) {
        text = new ReadOnlyText(MAX_EM);
        box = new VBox(text);
        Scene scene = new Scene(box, 400, 700);
        scene.getStylesheets()
                .add(Objects.requireNonNull(MainWindow.class.getResource("unroll.css"))
                        .toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    /** Height of the place in which lines are seen, less that of all lines: all is seen where it is not negative. */
    private double spare(int lines, double width) throws Exception {
        return TestWindow.onFx(() -> {
            text.show(LINE.repeat(lines).strip(), List.of());
            for (int pass = 0; pass < 3; pass++) {
                box.resize(width, 700);
                box.applyCss();
                box.layout();
            }
            Region content = (Region) text.lookup(".content");
            return text.getHeight()
                    - text.getInsets().getTop()
                    - text.getInsets().getBottom()
                    - content.getInsets().getTop()
                    - drawn().getLayoutBounds().getHeight();
        });
    }

    private Text drawn() {
        return (Text) text.lookup(".content .text");
    }

    @Test
    void isAsTallAsItsLines(FxRobot robot) throws Exception {
        for (double pixels : new double[] {11.2, 14, 17.5, 21}) {
            robot.interact(() -> box.setStyle("-fx-font-size: %spx;".formatted(pixels)));
            for (int width = 250; width < 700; width += 50) {
                double spare = spare(3, width);
                double below = TestWindow.onFx(
                        () -> ((Region) text.lookup(".content")).getInsets().getBottom());
                assertThat(spare)
                        .as("room below the text at %s of %s pixels", width, pixels)
                        .isBetween(below - 0.5, below + 1.5);
            }
        }
    }

    @Test
    void showsWholeLinesWhereItHasToBeScrolled() throws Exception {
        double hidden = -spare(60, 400);
        double line = TestWindow.onFx(() -> new Text("x") {
            {
                setFont(drawn().getFont());
                setBoundsType(drawn().getBoundsType());
            }
        }.getLayoutBounds().getHeight());
        assertThat(hidden).isPositive();
        assertThat(hidden / line).as("lines that are hidden").isCloseTo(Math.rint(hidden / line), within(0.1));
        assertThat(TestWindow.onFx(text::getHeight))
                .isLessThanOrEqualTo(MAX_EM * drawn().getFont().getSize());
    }

    @Test
    void marksAreSeenWithinItsBordersOnly(FxRobot robot) throws Exception {
        String words = LINE.repeat(60);
        List<Range> marks = IntStream.range(0, 60)
                .mapToObj(line -> new Range(line * LINE.length() + 7, line * LINE.length() + 15))
                .toList();
        robot.interact(() -> text.show(words, marks));
        layOut(robot);
        Node tint = text.lookup(".marked-tint");
        double top = TestWindow.onFx(() -> tint.getBoundsInParent().getMinY());
        assertThat(TestWindow.onFx(() -> tint.getBoundsInParent().getMaxY()))
                .as("marks of lines that are not seen")
                .isGreaterThan(text.getHeight());
        assertThat(TestWindow.onFx(() -> shown(tint))).isTrue();
        robot.interact(() -> text.setScrollTop(200));
        layOut(robot);
        assertThat(TestWindow.onFx(() -> tint.getBoundsInParent().getMinY())).isCloseTo(top - 200, within(1.0));
        assertThat(TestWindow.onFx(() -> shown(tint))).isTrue();
    }

    private void layOut(FxRobot robot) {
        robot.interact(() -> {
            box.applyCss();
            box.layout();
        });
    }

    /** Whether what is drawn of the marks is within the text area. */
    private boolean shown(Node tint) {
        Bounds drawn = tint.getParent().getBoundsInParent();
        return text.getLayoutBounds().contains(drawn);
    }
}
