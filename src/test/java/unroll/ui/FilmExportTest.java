package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.FilmMaker;

/** Films of the present run, by the menu. */
@ExtendWith(ApplicationExtension.class)
class FilmExportTest {
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
    void thereIsNoFilmBeforeSomethingWasTrained(FxRobot robot) throws Exception {
        window.smallRun(robot);
        assertThat(window.menuItem(robot, "menu-film").isDisable()).isTrue();
        window.press(robot, "#step-button");
        window.await("the item", () -> !window.menuItem(robot, "menu-film").isDisable());
    }

    @Test
    void exportsARunThatGoesOn(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.session().train();
        window.awaitStatus("some steps", status -> status.metrics().step() > 10);
        Path file = window.folder().resolve("film.gif");
        window.answerSaveDialogs(file);
        window.choose(robot, "menu-film");
        window.awaitSentence("Making the film");
        window.awaitSentence("Exported the film to " + file);
        assertThat(Files.size(file)).isPositive();
        window.session().pause().get();
    }

    @Test
    void saysNothingOverWhatIsMoreImportant(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.press(robot, "#step-button");
        window.awaitStatus("a step", status -> status.metrics().step() == 1);
        robot.interact(() -> {
            window.film().write(window.folder().resolve("film.gif"));
            window.documents().texts().open(window.folder().resolve("missing.txt"));
        });
        window.awaitSentence("Exported the film");
        assertThat(TestWindow.onFx(() ->
                        robot.lookup("#banner-sentence").queryAs(Label.class).getText()))
                .contains("missing.txt");
        assertThat(window.sentences().stream()
                        .dropWhile(said -> !said.contains("missing.txt"))
                        .filter(said -> said.startsWith("Making")))
                .isEmpty();
    }

    @Test
    void canBeStopped(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.press(robot, "#step-button");
        window.awaitStatus("a step", status -> status.metrics().step() == 1);
        Path file = window.folder().resolve("film.gif");
        robot.interact(() -> {
            window.film().write(file);
            robot.lookup("#stop-film-button").queryButton().fire();
        });
        window.awaitSentence("The film was stopped.");
        // By the time that one begun later is there, this one would be, too.
        Path next = window.folder().resolve("next.gif");
        new FilmMaker(window.session()).make(next, share -> {}).get();
        assertThat(next).exists();
        assertThat(file).doesNotExist();
    }
}
