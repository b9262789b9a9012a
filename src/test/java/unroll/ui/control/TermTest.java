package unroll.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.ui.TestWindow;

/** Words that a beginner may not know are explained where they stand. */
@ExtendWith(ApplicationExtension.class)
class TermTest {
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
    void eachHasTwoLinesAndADottedUnderline(FxRobot robot) throws Exception {
        for (Term term : Term.values()) {
            Label label = TestWindow.onFx(term::label);
            assertThat(label.getAccessibleHelp().lines()).as(term.name()).hasSize(2);
            assertThat(label.getStyleClass()).contains("term");
        }
        window.await(
                "the columns", () -> robot.lookup("#corpus-symbols").tryQuery().isPresent());
        assertThat(robot.lookup(".term").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("Loss (nats)", "Distinct symbols, V");
    }
}
