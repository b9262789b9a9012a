package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.message.Formats;
import unroll.session.run.Curves;
import unroll.session.run.Phase;
import unroll.task.TaskConfig;
import unroll.train.Clipping;

/** What stands around the curves: how good the loss is in words, and the coach. */
@ExtendWith(ApplicationExtension.class)
class CurvesPageTest {
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
    void theCoachsAdviceIsAppliedByAButton(FxRobot robot) throws Exception {
        window.smallRun(robot);
        robot.interact(() -> window.session()
                .settings()
                .change(settings -> settings.with(change -> {
                    change.learningRate = 1e30;
                    change.clipping = Clipping.off();
                })));
        window.press(robot, "#train-button");
        window.awaitStatus("divergence", status -> status.phase() == Phase.FAILED);
        window.await(
                "the failure", () -> window.words(robot, "#banner-sentence").contains("diverged"));
        assertThat(window.words(robot, "#status-line")).as("said once").isEmpty();
        window.await("the button", () -> robot.lookup("#coach-apply").tryQuery().isPresent());
        window.await(
                "it beside the words",
                () -> place(robot, "#coach-apply").getMinX()
                        >= place(robot, ".coach-words").getMaxX());
        robot.interact(() -> robot.lookup("#columns").queryAs(SplitPane.class).setDividerPositions(0.5, 0.75));
        window.await(
                "the words below it where they would be narrow",
                () -> place(robot, "#coach-apply").getMaxY()
                        <= place(robot, ".coach-words").getMinY());
        window.await("every line of them", () -> areWhole(robot));

        window.press(robot, "#coach-apply");
        assertThat(window.status().settings().training().learningRate()).isEqualTo(0.005);
        assertThat(window.status().settings().training().clipping()).isEqualTo(Clipping.norm(5));
        window.await(
                "no more advice", () -> robot.lookup("#coach-apply").tryQuery().isEmpty());
        window.press(robot, "#train-button");
        window.await(
                "no more banner",
                () -> !TestWindow.onFx(() -> robot.lookup("#banner").query().isVisible()));
    }

    @Test
    void saysWhatTheLossIsWorthAndWhatTheCoachThinks(FxRobot robot) throws Exception {
        Labeled badge = robot.lookup("#ngram-badge").query();
        Parent coach = robot.lookup("#coach").query();
        assertThat(badge.isVisible()).isFalse();
        window.smallRun(robot);
        // Room enough to memorize the text, which the coach says at once.
        window.enter(robot, "#hidden-field", "96");
        window.awaitStatus("more units", status -> status.settings().model().hidden() == 96);
        window.session().train().get();
        window.awaitStatus("some steps", status -> status.metrics().step() > 10);
        window.await(
                "the badge",
                () -> TestWindow.onFx(badge::getText).matches("(Training|Validation) (beats|no better|worse).*"));
        assertThat(badge.isVisible()).isTrue();
        window.await(
                "the coach", () -> TestWindow.onFx(() -> texts(coach)).matches("(?s).*(Good|Hint|Warning)\n.+: .+"));
        window.session().pause().get();
    }

    @Test
    void theFigureInTheToolbarIsTheEndOfTheSmoothedCurve(FxRobot robot) throws Exception {
        Labeled figure = robot.lookup("#loss-figure").query();
        Slider smoothing = robot.lookup("#smoothing-slider").query();
        window.smallRun(robot);
        window.session().train().get();
        window.awaitStatus("some steps", status -> status.metrics().step() > 20);
        window.session().pause().get();
        for (double decay : new double[] {0.9, 0, 0.98}) {
            robot.interact(() -> smoothing.setValue(decay));
            Curves.Point end = lastPoint();
            window.await("the figure", () -> TestWindow.onFx(figure::getText).equals(Formats.loss(end.smoothed())));
        }
    }

    /** Whether the coach has room for all lines of its words; what stands out of it belongs to its bounds, but not to its layout. */
    private static boolean areWhole(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> {
            Label words = robot.lookup(".coach-words").queryAs(Label.class);
            Region coach = robot.lookup("#coach").queryAs(Region.class);
            double bottom = coach.sceneToLocal(words.localToScene(0, words.prefHeight(words.getWidth())))
                    .getY();
            return bottom <= coach.getHeight();
        });
    }

    private static Bounds place(FxRobot robot, String id) throws Exception {
        return TestWindow.onFx(() -> {
            Node node = robot.lookup(id).query();
            return node.localToScene(node.getBoundsInLocal());
        });
    }

    private Curves.Point lastPoint() {
        List<Curves.Point> points = window.session().curves().view().trainLoss();
        return points.get(points.size() - 1);
    }

    @Test
    void remembersWhetherNGramsAreDrawn(FxRobot robot) throws Exception {
        CheckBox toggle = robot.lookup("#ngrams-toggle").queryAs(CheckBox.class);
        assertThat(toggle.isSelected()).isTrue();
        robot.interact(toggle::fire);
        assertThat(window.session().preferences().get("ngrams", "")).isEqualTo("false");
    }

    @Test
    void saysNothingOfNGramsWhereNoTextIsGuessed(FxRobot robot) throws Exception {
        Labeled badge = robot.lookup("#ngram-badge").query();
        window.awaitStatus("the first text", status -> status.opened().text() != null);
        robot.interact(() -> window.documents().switcher().use(TaskConfig.parse("addition:examples=2000"), 1));
        window.awaitStatus(
                "the task",
                status -> status.settings().task().task().about().name().equals("addition"));
        window.session().train().get();
        window.awaitStatus("some steps", status -> status.metrics().step() > 5);
        window.session().pause().get();
        assertThat(TestWindow.onFx(badge::isVisible)).isFalse();
    }

    private static String texts(Node node) {
        StringBuilder text = new StringBuilder(node instanceof Labeled labeled ? labeled.getText() : "");
        if (node instanceof Parent parent && !(node instanceof Labeled)) {
            parent.getChildrenUnmodifiable()
                    .forEach(child -> text.append(texts(child)).append('\n'));
        }
        return text.toString();
    }
}
