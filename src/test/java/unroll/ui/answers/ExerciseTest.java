package unroll.ui.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.message.ProblemException;
import unroll.task.InputOutput;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.TaskRequest;

class ExerciseTest {
    private static Exercise exercise(String task) {
        TaskConfig choice = TaskConfig.parse(task);
        TaskData.ExampleSets data = (TaskData.ExampleSets) choice.data(TaskRequest.of(1, Split.DEFAULT));
        return new Exercise(choice, data.layout(), data);
    }

    @ParameterizedTest
    @CsvSource({
        "addition:examples=500, 53+61",
        "balanced:examples=200, ([()])",
        "binary-addition:examples=200, 1011+110",
    })
    void beginsWithTheExampleOfTheTask(String task, String first) throws Exception {
        assertThat(exercise(task).first()).isEqualTo(first);
    }

    @Test
    void beginsWithAHeldOutExampleWhereTheNetworkCannotReadTheTasksOwn() throws Exception {
        Exercise exercise = exercise("first-symbol:symbols=3,examples=100");
        assertThat(exercise.tryIt().example()).contains("g");
        assertThat(exercise.first())
                .isEqualTo(exercise.data().validation().pair(0).input());
    }

    @ParameterizedTest
    @CsvSource({
        "depth:examples=100, You can type: ( )",
        "first-symbol:symbols=3;examples=100, You can type: a b c",
        "addition:examples=500, You can type: + 0 1 2 3 4 5 6 7 8 9",
        // What is typed is not what the network reads: 0 to 3 stand for two bits.
        "binary-addition:examples=200, ''",
        // Too many to be listed.
        "reversal:examples=500, ''",
    })
    void saysWhichCharactersMayBeTyped(String task, String legal) throws Exception {
        assertThat(exercise(task.replace(';', ',')).legalCharacters()).isEqualTo(legal);
    }

    @Test
    void refusesWhatTheNetworkCannotRead() throws Exception {
        assertThatThrownBy(() -> exercise("depth:examples=100").read("(x)"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"x\"");
    }

    @Test
    void findsAnExampleAndItsPart() throws Exception {
        Exercise exercise = exercise("reversal:examples=200");
        InputOutput heldOut = exercise.data().test().pair(3);
        assertThat(exercise.find(heldOut.input())).isEqualTo(new Exercise.KnownAnswer(heldOut, SplitPart.TEST));
        assertThat(exercise.find("zzzzzzzzzzzz")).isNull();
    }

    @Test
    void doesNotAskTheLastStepsOfAnEcho() throws Exception {
        assertThat(exercise("echo:k=4,examples=100").unasked()).isEqualTo(4);
        assertThat(exercise("depth:examples=100").unasked()).isZero();
    }

    @Test
    void callsLanguagesByTheirNamesAndOtherLabelsByTheirOwn() {
        assertThat(LabelBars.names(List.of("de", "fr")).apply("de")).isEqualTo("German (de)");
        assertThat(LabelBars.names(List.of("no", "yes")).apply("no")).isEqualTo("no");
    }
}
