package unroll.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import unroll.session.Session;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.ui.lens.ShadedText;
import unroll.ui.model.RefreshTimer;
import unroll.ui.model.WindowModel;

/** The page over a real session that learns something small for a moment. */
@ExtendWith(ApplicationExtension.class)
class ResultsPageTest {
    private static final int PATIENCE_SECONDS = 30;
    private static final String TEXT = "the cat sat on the mat and ate the rat.\n".repeat(1_300);

    private final SimpleBooleanProperty inFront = new SimpleBooleanProperty(true);
    private RefreshTimer pulse;
    private Session session;
    private ResultsPage page;

    @Start
    void start(Stage stage) throws Exception {
        session = new Session(Files.createTempDirectory("unroll-results"));
        WindowModel window = new WindowModel(session);
        page = new ResultsPage(window, inFront);
        pulse = new RefreshTimer(window::refresh);
        pulse.start();
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        Scene scene = new Scene(scroll, 620, 760);
        scene.getStylesheets()
                .add(Objects.requireNonNull(WindowModel.class.getResource("/unroll/ui/unroll.css"))
                        .toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        pulse.stop();
        session.close();
    }

    @Test
    void saysWhatToDoBeforeAnythingIsMeasured(FxRobot robot) throws Exception {
        choose("first-symbol:length=3,examples=200", 5);
        await("the advice", () -> words(robot, "#results-hint").contains("after 5 steps"));
        assertThat(words(robot, "#results-hint")).startsWith("Press Train.");
    }

    @Test
    void showsTheExamplesBehindACell(FxRobot robot) throws Exception {
        choose("first-symbol:length=4,symbols=3,examples=200", 5);
        measure();
        await("the matrix", () -> robot.lookup("#confusion-matrix").tryQuery().isPresent());
        HeatMap matrix = robot.lookup("#confusion-matrix").queryAs(HeatMap.class);
        assertThat(robot.lookup("#behind-cell").query().isVisible()).isFalse();

        // The first cell by keyboard: rows and columns are in the order of the labels.
        beginAtTheCorner(robot, matrix);
        robot.type(KeyCode.RIGHT);
        await("the first cell", () -> onFx(matrix::getAccessibleText).contains("Right \"a\", answered \"a\""));
        robot.type(KeyCode.ENTER);
        await("its examples", () -> words(robot, "#behind-heading").startsWith("Right \"a\", answered \"a\": "));

        robot.clickOn(onFx(() -> matrix.localToScreen(matrix.middle(new HeatMap.Position(1, 1)))));
        await("the clicked cell", () -> words(robot, "#behind-heading").startsWith("Right \"b\", answered \"b\": "));
        String heading = words(robot, "#behind-heading");
        long count = session.status()
                .run()
                .evaluation()
                .score()
                .confusion()
                .orElseThrow()
                .count(1, 1);
        assertThat(heading).contains(count == 0 ? "no example" : count + " example");
        assertThat(onFx(() ->
                        robot.lookup("#behind-cell .behind-input").queryAll().size()))
                .isEqualTo((int) Math.min(50, count));
    }

    @Test
    void showsWhereAnswersAreRightAndWhatTheyAre(FxRobot robot) throws Exception {
        choose("first-symbol:length=6,shortest=1,examples=400", 5);
        measure();
        await("the bars", () -> robot.lookup("#place-bars").tryQuery().isPresent());
        PlaceBars bars = robot.lookup("#place-bars").queryAs(PlaceBars.class);
        robot.interact(bars::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        await("the third bar", () -> onFx(bars::getAccessibleText).matches("(?s).*length 3: .* of .*"));
        robot.type(KeyCode.ESCAPE);
        await("no bar", () -> onFx(bars::getAccessibleText).equals("Accuracy by position."));

        await("the answers", () -> words(robot, "#predictions-when").startsWith("At step 5:"));
        GridPane rows = robot.lookup("#prediction-rows").queryAs(GridPane.class);
        int held =
                (int) session.status().run().evaluation().score().exactMatch().asked();
        assertThat(onFx(rows::getRowCount)).isEqualTo(Math.min(50, held) + 1);

        measure();
        robot.interact(() -> robot.lookup("#refresh-predictions").queryButton().fire());
        await("the new answers", () -> words(robot, "#predictions-when").startsWith("At step 10:"));
        await("the new measurement", () -> words(robot, "#measured-when").startsWith("Measured at step 10 on " + held));
    }

    @Test
    void setsTheLearnedTableBesideTheCountedOne(FxRobot robot) throws Exception {
        session.data().openText("cats", TEXT).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        choose("bigram", 5);
        measure();
        await(
                "the losses",
                () -> robot.lookup("#bigram-losses").tryQuery().isPresent()
                        && words(robot, "#bigram-losses").contains("the counted table"));
        HeatMap learned = robot.lookup("#learned-bigrams").queryAs(HeatMap.class);
        Node bars = robot.lookup("#follower-bars").query();
        beginAtTheCorner(robot, learned);
        robot.type(KeyCode.RIGHT);
        await("the first cell", () -> onFx(learned::getAccessibleText).contains("\"line end\", then \"line end\""));
        assertThat(onFx(learned::getAccessibleText)).contains("counted");
        await("its row", () -> onFx(bars::getAccessibleText).startsWith("After \"line end\", learned and counted:"));
        robot.type(KeyCode.DOWN);
        await("the next row", () -> onFx(bars::getAccessibleText).startsWith("After \"space\", learned and counted:"));
    }

    @Test
    void showsWhereATextSurprisesTheNetwork(FxRobot robot) throws Exception {
        session.data().openText("cats", TEXT).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        choose("next-character", 5);
        measure();
        await("the lines", () -> words(robot, "#surprises-when").contains("read at step 5."));
        ShadedText lines = robot.lookup("#surprising-lines").queryAs(ShadedText.class);
        String shown = new String(lines.shading().text(), 0, lines.shading().text().length);
        assertThat(shown.lines()).hasSize(10).containsOnly("the cat sat on the mat and ate the rat.");
        assertThat(robot.lookup("#worst-characters").queryAs(GridPane.class).getRowCount())
                .as("a heading and the characters of the text, the rarest in front of it")
                .isGreaterThan(8);
        assertThat(robot.lookup("#result-figures").tryQuery()).isPresent();
        assertThat(robot.lookup("#prediction-rows").tryQuery()).isEmpty();
    }

    @Test
    void doesNothingWhileItIsNotLookedAt(FxRobot robot) throws Exception {
        robot.interact(() -> inFront.set(false));
        choose("first-symbol:length=3,examples=200", 5);
        measure();
        robot.interact(() -> {});
        assertThat(robot.lookup("#result-figures").tryQuery()).isEmpty();
        robot.interact(() -> inFront.set(true));
        await("the figures", () -> robot.lookup("#result-figures").tryQuery().isPresent());
    }

    /** The keys go on from where the pointer is, which an earlier test may have left anywhere. */
    private static void beginAtTheCorner(FxRobot robot, Node map) {
        robot.moveTo(1, 1);
        robot.interact(map::requestFocus);
        robot.type(KeyCode.ESCAPE);
    }

    private void choose(String task, int validateEvery) throws Exception {
        Settings start = Settings.startingWith(TaskConfig.parse(task));
        Settings small = start.withModel(start.model().withHidden(8).withLayers(1))
                .withTraining(start.training().with(change -> {
                    change.batch = 8;
                    change.validateEvery = validateEvery;
                }));
        session.data().choose(small, null).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Goes on until the next measurement. */
    private void measure() throws Exception {
        int every = session.status().settings().training().validateEvery();
        for (int step = 0; step < every; step++) {
            session.step().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static String words(FxRobot robot, String id) throws Exception {
        return onFx(() -> robot.lookup(id)
                .tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse(""));
    }

    private static <T> T onFx(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.asyncFx(question).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for " + what + "; the session says " + session.status(), e);
        }
    }
}
