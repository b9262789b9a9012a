package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.run.Phase;

/** Walks all pages at all sizes a class room has, in both themes, and finds words that are cut or lie upon others. */
@ExtendWith(ApplicationExtension.class)
class NothingCutTest {
    private static final int[][] SIZES = {{1024, 700}, {1280, 800}, {1920, 1080}};

    private static final int LAYOUTS = 3;

    private TestWindow window;
    /** At the size laid out last. */
    private double lossChartHeight;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void noWordIsCutOnAnyPage(FxRobot robot) throws Exception {
        window.smallRun(robot);
        // The cell with the longest name.
        robot.interact(() -> window.session()
                .settings()
                .change(now -> now.withModel(now.model().withCell("elman-relu"))));
        window.awaitStatus(
                "the cell", status -> status.settings().model().cell().equals("elman-relu"));
        for (String fold : List.of("#training-fold", "#split-fold")) {
            robot.lookup(fold).tryQueryAs(ToggleButton.class).ifPresent(handle -> robot.interact(handle::fire));
        }
        window.session().train();
        window.awaitStatus("a measurement", status -> status.run().evaluation() != null);
        window.session().pause().get();
        window.awaitStatus("the pause", status -> status.phase() == Phase.PAUSED);
        TreeSet<String> faults = new TreeSet<>();
        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        for (Theme.ThemeChoice theme : List.of(Theme.ThemeChoice.LIGHT, Theme.ThemeChoice.DARK)) {
            window.choose(robot, "theme-" + theme.name().toLowerCase(Locale.ROOT));
            for (Tab page : pages.getTabs()) {
                robot.interact(() -> pages.getSelectionModel().select(page));
                for (int[] size : SIZES) {
                    String where = page.getText() + " at " + size[0] + "x" + size[1] + ": ";
                    TestWindow.onFx(() -> faults(window.stage().getScene().getRoot(), size))
                            .forEach(fault -> faults.add(where + fault));
                }
            }
        }
        assertThat(faults).isEmpty();
        robot.interact(() -> pages.getSelectionModel().selectFirst());
        assertThat(TestWindow.onFx(() -> {
                    Parent root = window.stage().getScene().getRoot();
                    faults(root, SIZES[0]);
                    return lossChartHeight;
                }))
                .as("the loss chart on a small screen")
                .isGreaterThanOrEqualTo(200);
    }

    /** Lays the content of the window out at a size that the test's screen may not have, and puts it back. */
    private List<String> faults(Parent root, int[] size) {
        Bounds before = root.getLayoutBounds();
        try {
            root.resize(size[0], size[1]);
            List<String> faults = faults(root);
            lossChartHeight = root.lookup("#loss-chart").getLayoutBounds().getHeight();
            return faults;
        } finally {
            root.resize(before.getWidth(), before.getHeight());
        }
    }

    private static List<String> faults(Parent root) {
        // What reacts to a width asks for another layout.
        for (int pass = 0; pass < LAYOUTS; pass++) {
            root.applyCss();
            root.layout();
        }
        List<String> faults = new ArrayList<>();
        List<Node> all = visible(root).toList();
        for (Node node : all) {
            if (node instanceof Labeled labeled && isCut(labeled)) {
                faults.add("cut: " + labeled.getText());
            }
            if (node instanceof Parent parent) {
                overlaps(parent, faults);
            }
        }
        return faults;
    }

    private static Stream<Node> visible(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        // What is inside a text field or a box is the toolkit's own.
        return node instanceof Parent parent && !(node instanceof TextInputControl)
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(NothingCutTest::visible))
                : Stream.of(node);
    }

    /** A skin that lacks room puts the ellipsis into what it draws. */
    private static boolean isCut(Labeled labeled) {
        String ellipsis = labeled.getEllipsisString();
        String words = labeled.getText();
        return labeled.getWidth() > 0
                && words != null
                && !words.endsWith(ellipsis)
                && labeled.lookup(".text") instanceof Text drawn
                && drawn.getText().endsWith(ellipsis);
    }

    private static void overlaps(Parent parent, List<String> faults) {
        List<Node> children = parent.getChildrenUnmodifiable().stream()
                .filter(child -> child.isVisible() && child.isManaged() && says(child))
                .toList();
        for (int i = 0; i < children.size(); i++) {
            Rectangle2D one = place(children.get(i));
            boolean within = parent instanceof ScrollPane
                    || one.getMaxX() <= parent.getLayoutBounds().getMaxX() + 1;
            if (!within) {
                faults.add("beyond the edge: " + words(children.get(i)));
            }
            for (int j = i + 1; j < children.size(); j++) {
                Rectangle2D other = place(children.get(j));
                if (Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX()) > 1
                        && Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY()) > 1) {
                    faults.add("overlap: " + words(children.get(i)) + " and " + words(children.get(j)));
                }
            }
        }
    }

    /** Where a node was laid out, whatever its text reaches beyond. */
    private static Rectangle2D place(Node node) {
        Bounds own = node.getLayoutBounds();
        return new Rectangle2D(node.getLayoutX(), node.getLayoutY(), own.getWidth(), own.getHeight());
    }

    private static boolean says(Node node) {
        return node instanceof TextInputControl
                || node instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isEmpty();
    }

    private static String words(Node node) {
        return node instanceof Labeled labeled ? labeled.getText() : String.valueOf(node.getId());
    }
}
