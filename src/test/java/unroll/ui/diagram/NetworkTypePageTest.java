package unroll.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The board, walked through by mouse and keyboard. The pictures of all figures are left in target/window/diagrams. */
@ExtendWith(ApplicationExtension.class)
class NetworkTypePageTest {
    private static final Path PICTURES = Path.of("target", "window", "diagrams");
    private static final int WIDTH = 900;

    private final List<NetworkTypePage.Selection> used = new ArrayList<>();
    private NetworkTypePage board;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        stage.setWidth(WIDTH);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        board = new NetworkTypePage(used::add);
        ScrollPane scroll = new ScrollPane(board);
        scroll.setFitToWidth(true);
        Scene scene = new Scene(scroll, WIDTH, 740);
        scene.getStylesheets()
                .add(Objects.requireNonNull(DiagramType.class.getResource("/unroll/ui/unroll.css"))
                        .toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void walksThroughAllKinds(FxRobot robot) throws Exception {
        for (DiagramType kind : DiagramType.values()) {
            ToggleButton button = button(robot, kind);
            robot.interact(button::fire);
            assertThat(button.isSelected()).isTrue();
            assertThat(button.getAccessibleText()).isEqualTo(kind.title());
            Node figure = figure(robot);
            assertThat(figure.getAccessibleText()).startsWith(kind.title());
            assertThat(onFx(() -> beyond(figure)))
                    .as("%s beyond its room", kind)
                    .isEmpty();
            assertThat(robot.lookup(".task-title").queryAll()).hasSameSizeAs(kind.tasks());
        }
    }

    /** What of a figure is drawn outside its place. */
    private static List<Bounds> beyond(Node figure) {
        Bounds place = figure.getLayoutBounds();
        return ((NetworkFigure) figure)
                .getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .map(Node::getBoundsInParent)
                        .filter(drawn -> !place.contains(drawn))
                        .toList();
    }

    @Test
    void staysReadableInANarrowColumn(FxRobot robot) throws Exception {
        for (DiagramType kind : DiagramType.values()) {
            robot.interact(() -> {
                stage.setWidth(520);
                button(robot, kind).fire();
            });
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(onFx(() -> beyond(figure(robot))))
                    .as("%s beyond its room", kind)
                    .isEmpty();
            assertThat(onFx(() -> board.getWidth())).isLessThanOrEqualTo(520);
        }
    }

    @Test
    void choosesByKeyboardAndAlwaysHasOneChosen(FxRobot robot) {
        ToggleButton deep = robot.lookup("#kind-deep").queryAs(ToggleButton.class);
        robot.interact(deep::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(deep.isSelected()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(deep.isSelected()).isTrue();
    }

    @Test
    void usesATaskWithItsOptions(FxRobot robot) {
        choose(robot, DiagramType.MANY_TO_MANY_UNEQUAL, "addition");
        robot.interact(
                () -> robot.lookup("#option-digits").queryAs(TextField.class).setText("4"));
        robot.interact(
                () -> robot.lookup("#option-digits").queryAs(TextField.class).fireEvent(new ActionEvent()));
        robot.interact(
                () -> robot.lookup("#option-reverse").queryAs(CheckBox.class).setSelected(false));
        robot.interact(() -> robot.lookup("#use-task-button").queryButton().fire());
        assertThat(used).hasSize(1);
        assertThat(used.get(0).choice().toString()).startsWith("addition:digits=4,reverse=false");
        assertThat(used.get(0).layers()).isEqualTo(1);
    }

    @Test
    void startsAnyTaskDeep(FxRobot robot) {
        choose(robot, DiagramType.DEEP, "next-character");
        robot.interact(() -> robot.lookup("#use-task-button").queryButton().fire());
        assertThat(used.get(0).layers()).isEqualTo(3);
    }

    @Test
    void leavesItsFiguresAsPictures(FxRobot robot) throws Exception {
        Map<String, String> themes = Map.of(
                "light", new PrimerLight().getUserAgentStylesheet(), "dark", new PrimerDark().getUserAgentStylesheet());
        Files.createDirectories(PICTURES);
        for (Map.Entry<String, String> theme : themes.entrySet()) {
            robot.interact(() -> Application.setUserAgentStylesheet(theme.getValue()));
            Color paper = theme.getKey().equals("dark") ? Color.web("#0d1117") : Color.WHITE;
            for (DiagramType kind : DiagramType.values()) {
                robot.interact(() -> button(robot, kind).fire());
                WaitForAsyncUtils.waitForFxEvents();
                Path file = PICTURES.resolve(kind.id() + "-" + theme.getKey() + ".png");
                WritableImage picture = onFx(() -> picture(figure(robot), paper));
                ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
                assertThat(picture.getWidth()).isGreaterThan(WIDTH);
            }
        }
    }

    private static WritableImage picture(Node figure, Color paper) {
        SnapshotParameters doubled = new SnapshotParameters();
        doubled.setTransform(Transform.scale(2, 2));
        doubled.setFill(paper);
        return figure.snapshot(doubled, null);
    }

    private void choose(FxRobot robot, DiagramType kind, String task) {
        robot.interact(() -> button(robot, kind).fire());
        robot.interact(
                () -> robot.lookup("#task-" + task).queryAs(RadioButton.class).setSelected(true));
    }

    private static ToggleButton button(FxRobot robot, DiagramType kind) {
        return robot.lookup("#kind-" + kind.id()).queryAs(ToggleButton.class);
    }

    private static Node figure(FxRobot robot) {
        return robot.lookup("#network-figure").query();
    }

    private static <T> T onFx(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.asyncFx(question).get(30, TimeUnit.SECONDS);
    }
}
