package unroll.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.corpus.Split;

/** An answer is right where every asked step is; those that are not asked may say what they like. */
class RightAnswerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"echo:examples=100", "depth:examples=100", "addition:examples=100", "balanced:examples=100"})
    void countsTheAskedStepsOnly(String task) throws Exception {
        TaskData.ExampleSets data =
                (TaskData.ExampleSets) TaskConfig.parse(task).data(TaskRequest.of(1, Split.DEFAULT));
        InputOutput pair = data.training().pair(0);
        int[] right = IntStream.of(data.training().example(0).targets())
                .filter(target -> target != Batch.NO_TARGET)
                .toArray();
        assertThat(data.isRight(pair, right)).isTrue();
        assertThat(data.isRight(pair, Arrays.copyOf(right, right.length + 3)))
                .as("with answers nobody asked for")
                .isTrue();
        assertThat(data.isRight(pair, Arrays.copyOf(right, right.length - 1)))
                .as("too short")
                .isFalse();
        int[] wrong = right.clone();
        wrong[0] = (wrong[0] + 1) % data.layout().alphabets().output().size();
        assertThat(data.isRight(pair, wrong)).isFalse();
    }

    @Test
    void asksTheJudgeOfTheTask() throws Exception {
        TaskData.ExampleSets data =
                (TaskData.ExampleSets) TaskConfig.parse("reber:examples=100").data(TaskRequest.of(1, Split.DEFAULT));
        InputOutput pair = data.training().pair(0);
        Alphabet output = data.layout().alphabets().output();
        int[] other = output.encode(pair.output());
        String first = pair.output().startsWith("T") ? "P" : "T";
        other[0] = output.indexOf(AlphabetEntry.character(first.codePointAt(0)));
        assertThat(data.isRight(pair, other)).as("T and P may both begin").isTrue();
        other[0] = output.indexOf(AlphabetEntry.character('X'));
        assertThat(data.isRight(pair, other)).isFalse();
    }
}
