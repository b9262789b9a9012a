package unroll.ui.samples;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.sample.SamplingSettings;

@ExtendWith(ApplicationExtension.class)
class SamplingFieldsTest {
    private SamplingFields fields;

    @Start
    void start(Stage stage) {
        fields = new SamplingFields("");
        stage.setScene(new Scene(fields));
        stage.show();
    }

    /** The same numbers as a record of them, and as the command line. */
    @Test
    void takesEveryNumberThatSamplingTakes(FxRobot robot) {
        enter(robot, "#repetition-field", "100");
        enter(robot, "#top-p-field", "0.0000000001");
        enter(robot, "#min-p-field", "1");
        enter(robot, "#top-k-field", "2000000");

        assertThat(fields.at(0.5)).isEqualTo(new SamplingSettings(0.5, 2_000_000, 1e-10, 1, 100, false));
    }

    private static void enter(FxRobot robot, String id, String entry) {
        TextField field = robot.lookup(id).queryAs(TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(entry);
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    }
}
