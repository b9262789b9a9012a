package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.run.Phase;
import unroll.settings.Settings;
import unroll.train.TrainingConfig;

/** A run that no longer improves ends with its best weights, and one click trains on regardless. */
@ExtendWith(ApplicationExtension.class)
class EarlyStoppingTest {
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
    void offersToContinue(FxRobot robot) throws Exception {
        window.smallRun(robot);
        Settings small = window.session().settings().get();
        TrainingConfig hopeless = small.training().with(change -> {
            change.learningRate = 5;
            change.validateEvery = 1;
            change.patience = 3;
        });
        robot.interact(() -> window.session().settings().set(small.withTraining(hopeless)));
        window.session().train();
        window.awaitStatus("the early end", status -> status.phase() == Phase.FINISHED);
        window.await(
                "the offer",
                () -> robot.lookup("#continue-anyway-button").tryQuery().isPresent());
        assertThat(window.status().metrics().losses().validation())
                .isEqualTo(window.status().metrics().losses().best());
        long end = window.status().metrics().step();

        window.press(robot, "#continue-anyway-button");
        window.awaitStatus(
                "more steps than patience allowed", status -> status.metrics().step() > end + 3);
        assertThat(window.status().settings().training().patience()).isZero();
    }
}
