package unroll.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
import unroll.train.RateSchedule;

@ExtendWith(ApplicationExtension.class)
class ScheduleFieldsTest {
    private final List<RateSchedule> applied = new ArrayList<>();
    private ScheduleFields fields;

    @Start
    void start(Stage stage) {
        fields = new ScheduleFields(applied::add);
        stage.setScene(new Scene(fields));
        stage.show();
    }

    /** The same numbers as a written schedule. */
    @Test
    void takesEveryFactorThatStepDecayTakes(FxRobot robot) {
        robot.interact(() -> fields.show(new RateSchedule.StepDecay(0.5, 1000)));
        TextField factor = robot.lookup("#decay-factor-field").queryAs(TextField.class);
        robot.interact(() -> {
            factor.requestFocus();
            factor.setText("1");
            factor.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });

        assertThat(applied).containsExactly(new RateSchedule.StepDecay(1, 1000));
    }
}
