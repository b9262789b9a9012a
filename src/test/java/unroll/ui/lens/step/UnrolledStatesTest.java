package unroll.ui.lens.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.network.Directions;

/** Two layers over the letters of two pieces, with room for four of them. */
@ExtendWith(ApplicationExtension.class)
class UnrolledStatesTest {
    private static final String TEXT = "abc\ndef";

    private final List<Integer> chosen = new ArrayList<>();
    private UnrolledStates states;

    @Start
    void start(Stage stage) {
        states = new UnrolledStates(chosen::add);
        stage.setScene(new Scene(states, 400, 200));
        stage.show();
    }

    @BeforeEach
    void fourColumns(FxRobot robot) {
        robot.interact(() -> {
            states.show(passage(Directions.UNIDIRECTIONAL));
            // Names to the left, and four columns of four ems each.
            states.resize(22 * states.em(), 100);
            states.layout();
        });
    }

    private static ReadPassage passage(Directions directions) {
        int[] text = TEXT.codePoints().toArray();
        float[][][] all = new float[text.length][][];
        for (int t = 0; t < text.length; t++) {
            all[t] = text[t] == '\n' ? new float[0][] : new float[][] {{0.3f, -0.4f}, {1, -1}};
        }
        return new ReadPassage(5, directions, text, all);
    }

    private void press(FxRobot robot, KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.interact(() ->
                    states.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
        }
    }

    @Test
    void readsOneCharacterAfterTheOtherAndPageAfterPage(FxRobot robot) {
        press(robot, KeyCode.RIGHT, KeyCode.ENTER, KeyCode.ESCAPE);
        robot.interact(states::advance);
        robot.interact(states::advance);
        press(robot, KeyCode.RIGHT, KeyCode.ENTER, KeyCode.ESCAPE);
        for (int i = 0; i < 3; i++) {
            robot.interact(states::advance);
        }
        press(robot, KeyCode.RIGHT, KeyCode.ENTER, KeyCode.LEFT, KeyCode.ENTER, KeyCode.ESCAPE);
        robot.interact(states::advance);
        robot.interact(states::advance);
        press(robot, KeyCode.RIGHT, KeyCode.ENTER);

        assertThat(chosen).as("positions that were last, and the begin again").containsExactly(0, 2, 5, 4, 0);
    }

    @Test
    void standsStillWhileSomebodyPointsAtAState(FxRobot robot) {
        press(robot, KeyCode.RIGHT);
        robot.interact(states::advance);
        robot.interact(states::advance);
        press(robot, KeyCode.ESCAPE, KeyCode.RIGHT, KeyCode.ENTER);

        assertThat(chosen).containsExactly(0);
    }

    @Test
    void showsAllThatHasRoomWhereNothingMayMove(FxRobot robot) {
        robot.interact(states::fill);
        press(robot, KeyCode.LEFT, KeyCode.UP, KeyCode.ENTER);

        assertThat(chosen).containsExactly(2);
        assertThat(states.getAccessibleText()).contains("“c”, layer 2: strength 1.00");
    }

    @Test
    void aPieceBeginsBehindTheLineEndBeforeIt() {
        ReadPassage passage = passage(Directions.UNIDIRECTIONAL);

        assertThat(passage.begin(2)).isZero();
        assertThat(passage.begin(6)).isEqualTo(4);
        assertThat(passage.isRead(3)).isFalse();
        assertThat(passage.strength(0, 0)).isEqualTo(Math.sqrt((0.09 + 0.16) / 2), within(1e-6));
    }
}
