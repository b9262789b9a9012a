package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.lesson.BundledLessons;
import unroll.session.lesson.Lesson;
import unroll.session.run.Phase;
import unroll.settings.Settings;

/** A lesson is opened, answered, left, and gone on with. */
@ExtendWith(ApplicationExtension.class)
class LessonTest {
    private static final String LESSON = """
            {"lesson": 1, "title": "A small lesson", "about": "For a test.",
             "text": {"inline": "%s", "name": "Cats"},
             "settings": {"cell": "gru", "hidden": 16, "layers": 1, "batch": 4, "window": 10, "learning-rate": 0.01},
             "hide": ["guess", "writing", "layers", "symbols", "step"],
             "lock": ["model", "learning-rate", "advanced", "network", "reset"],
             "parts": [
               {"title": "One", "prompt": ["Read this.", "And this."],
                "question": {"ask": "Which cell is it?", "choices": ["Elman", "GRU"], "answer": "GRU",
                             "hint": "Look at the card.", "right": "It has gates."}},
               {"title": "Two", "prompt": "Train.", "show": "gradients",
                "do": {"button": "Switch", "settings": {"cell": "elman"}},
                "question": {"ask": "Take five steps.", "reach": {"figure": "step", "above": 4, "with": {"cell": "elman"}},
                             "hint": "Press Train.", "right": "There you are."}},
               {"title": "Three", "prompt": "Done."}]}
            """.formatted("the cat sat on the mat. ".repeat(300));

    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** Everything that has an id: where it stands, and whether it can be seen and used. */
    private List<String> arrangement() throws Exception {
        return TestWindow.onFx(() -> {
            List<String> lines = new ArrayList<>();
            collect(window.stage().getScene().getRoot(), "", lines);
            TabPane pages = (TabPane) window.stage().getScene().lookup("#pages");
            pages.getTabs().forEach(tab -> lines.add(tab.getId() + tab.isDisabled()));
            return lines;
        });
    }

    private static void collect(Node node, String path, List<String> lines) {
        String here = path + "/" + node.getClass().getSimpleName();
        if (node.getId() != null && !node.getId().equals("status-line")) {
            lines.add("%s %s %s %s".formatted(here, node.getId(), node.isVisible(), node.isDisabled()));
        }
        if (node instanceof Parent parent && !(node instanceof Labeled)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, here, lines));
        }
    }

    private boolean isThere(FxRobot robot, String id) throws Exception {
        return TestWindow.onFx(() -> robot.lookup(id).tryQuery().isPresent());
    }

    private boolean isDisabled(FxRobot robot, String id) throws Exception {
        return TestWindow.onFx(() -> robot.lookup(id).query().isDisabled());
    }

    private List<String> tabs(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> robot.lookup("#pages").queryAs(TabPane.class).getTabs().stream()
                .map(Tab::getId)
                .toList());
    }

    private void openSmallLesson(FxRobot robot) throws Exception {
        Path file = Files.writeString(window.folder().resolve("small.json"), LESSON);
        robot.interact(() -> window.documents().open(file));
        window.await("the lesson", () -> isThere(robot, "#lesson-part-title"));
    }

    @Test
    void opensFromTheMenu(FxRobot robot) throws Exception {
        window.awaitStatus("the first text", status -> status.opened().text() != null);
        Settings settings = window.status().settings();
        List<String> before = arrangement();
        Lesson lesson = BundledLessons.read("05-overfitting.json");
        window.choose(robot, "menu-lesson-5");
        window.await("the lesson", () -> isThere(robot, "#lesson-part-title"));
        assertThat(window.words(robot, "#lesson-title")).isEqualTo("Overfitting");
        assertThat(window.words(robot, "#lesson-part-title"))
                .isEqualTo(lesson.parts().get(0).title());
        assertThat(window.status().settings()).isEqualTo(lesson.settings());
        assertThat(tabs(robot)).containsExactly("curves-page", "x-ray-page");
        window.press(robot, "#leave-lesson-button");
        window.await("the empty place", () -> !isThere(robot, "#lesson-pane"));
        window.awaitStatus("the settings of before", status -> status.settings().equals(settings));
        assertThat(window.status().opened().text().name()).isEqualTo("The Borrowed Bell, a verse drama");
        assertThat(arrangement()).isEqualTo(before);
    }

    @Test
    void isAnsweredLeftAndGoneOnWith(FxRobot robot) throws Exception {
        window.awaitStatus("the first text", status -> status.opened().text() != null);
        List<String> before = arrangement();
        openSmallLesson(robot);
        window.awaitStatus(
                "its text",
                status -> status.opened().text() != null
                        && status.opened().text().name().equals("Cats"));
        hidesAndLocks(robot);
        answersWronglyThenRightly(robot);
        reachesItsGoal(robot);
        window.press(robot, "#lesson-next-button");
        assertThat(window.words(robot, "#lesson-place")).isEqualTo("Part 3 of 3 · 2 of 2 answered");
        assertThat(isThere(robot, "#lesson-report-button")).isTrue();

        Path page = window.folder().resolve("answers.html");
        robot.interact(() -> window.reports().write(page, "Ada", ""));
        window.await("the report", () -> Files.exists(page));
        assertThat(Files.readString(page))
                .contains("Lesson: A small lesson", "Which cell is it?", "right, after 2 tries", "Take five steps.");

        window.press(robot, "#leave-lesson-button");
        robot.interact(() -> robot.lookup("#pages")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(0));
        window.session().reset().get();
        window.await("the reset on the screen", () -> isDisabled(robot, "#reset-button"));
        assertThat(touched(arrangement())).hasSize(16).isEqualTo(touched(before));

        openSmallLesson(robot);
        assertThat(window.words(robot, "#lesson-part-title")).isEqualTo("Three");
        window.press(robot, "#start-over-button");
        assertThat(window.words(robot, "#lesson-place")).isEqualTo("Part 1 of 3 · 0 of 2 answered");
    }

    /** Where those stand that the lesson hid or locked, each with its neighbors. */
    private static List<String> touched(List<String> lines) {
        List<String> ids = List.of(
                "writing-place",
                "prime-field",
                "layers-field",
                "hidden-field",
                "learning-rate-field",
                "symbols-fold",
                "step-button",
                "reset-button",
                "train-button",
                "model-card",
                "training-card",
                "training-fold",
                "guess-page",
                "network-page");
        return lines.stream()
                .filter(line -> ids.stream().anyMatch(id -> line.contains(" " + id + " ") || line.startsWith(id)))
                .toList();
    }

    private void hidesAndLocks(FxRobot robot) throws Exception {
        assertThat(tabs(robot)).doesNotContain("guess-page").contains("network-page");
        assertThat(isThere(robot, "#prime-field")).isFalse();
        assertThat(isThere(robot, "#layers-field")).isFalse();
        assertThat(isThere(robot, "#symbols-fold")).isFalse();
        assertThat(isThere(robot, "#step-button")).isFalse();
        assertThat(isDisabled(robot, "#hidden-field")).isTrue();
        assertThat(isDisabled(robot, "#learning-rate-field")).isTrue();
        assertThat(isDisabled(robot, "#batch-field")).isFalse();
        assertThat(isDisabled(robot, "#training-fold")).as("it still opens").isFalse();
        robot.interact(
                () -> robot.lookup("#training-fold").queryAs(ToggleButton.class).fire());
        assertThat(isDisabled(robot, "#seed-field")).isTrue();
        robot.interact(
                () -> robot.lookup("#training-fold").queryAs(ToggleButton.class).fire());
    }

    private void answersWronglyThenRightly(FxRobot robot) throws Exception {
        window.press(robot, "#lesson-check-button");
        assertThat(window.words(robot, "#lesson-feedback")).isEqualTo("Choose one of them first.");
        choose(robot, "Elman");
        assertThat(window.words(robot, "#lesson-feedback")).isEqualTo("Not yet. Look at the card.");
        assertThat(window.words(robot, "#lesson-place")).isEqualTo("Part 1 of 3 · 0 of 2 answered");
        choose(robot, "GRU");
        assertThat(window.words(robot, "#lesson-feedback")).isEqualTo("Right. It has gates.");
        assertThat(window.words(robot, "#lesson-place")).isEqualTo("Part 1 of 3 · 1 of 2 answered");
        assertThat(isDisabled(robot, "#lesson-reply")).isTrue();
    }

    private void choose(FxRobot robot, String choice) {
        robot.interact(() -> {
            robot.lookup("#lesson-reply").queryParent().lookupAll(".radio-button").stream()
                    .map(RadioButton.class::cast)
                    .filter(button -> button.getText().equals(choice))
                    .forEach(RadioButton::fire);
            robot.lookup("#lesson-check-button").queryButton().fire();
        });
    }

    private void reachesItsGoal(FxRobot robot) throws Exception {
        window.session().step().get();
        window.awaitStatus("a trained model", status -> status.model().unsaved());
        window.press(robot, "#lesson-next-button");
        assertThat(TestWindow.onFx(() -> robot.lookup("#pages")
                        .queryAs(TabPane.class)
                        .getSelectionModel()
                        .getSelectedItem()
                        .getId()))
                .isEqualTo("gradients-page");
        window.press(robot, "#lesson-do-button");
        window.awaitStatus(
                "the set-up",
                status -> status.metrics().step() == 0
                        && status.settings().model().cell().equals("elman"));
        Button train = robot.lookup("#train-button").queryButton();
        Labeled feedback = robot.lookup("#lesson-feedback").query();
        robot.interact(train::fire);
        window.await("the goal", () -> TestWindow.onFx(feedback::getText).equals("Right. There you are."));
        window.session().pause().get();
        window.awaitStatus("the pause", status -> status.phase() == Phase.PAUSED);
    }

    @Test
    void whatIsNoLessonIsToldSo(FxRobot robot) throws Exception {
        window.awaitStatus("the first text", status -> status.opened().text() != null);
        Path file = Files.writeString(window.folder().resolve("data.json"), "{\"a\": 1}");
        robot.interact(() -> window.documents().open(file));
        window.await(
                "the sentence",
                () -> isThere(robot, "#banner-sentence")
                        && window.words(robot, "#banner-sentence").startsWith("data.json: this is no lesson"));
        assertThat(isThere(robot, "#lesson-pane")).isFalse();
    }
}
