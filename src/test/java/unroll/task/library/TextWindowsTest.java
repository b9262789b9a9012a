package unroll.task.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.message.ProblemException;
import unroll.task.Batch;
import unroll.task.Example;
import unroll.task.InputOutput;
import unroll.task.Layout;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.TaskRequest;

/** Tasks that read a text: 200 characters, of which 180 train, 10 validate and 10 test. */
class TextWindowsTest {
    private static final int NONE = Batch.NO_TARGET;

    @Test
    void oneCharacterAsksForTheNext() {
        TaskData.ExampleSets data = ExampleFixtures.data("bigram", text());

        assertThat(data.training().size()).isEqualTo(179);
        assertThat(data.validation().size()).isEqualTo(9);
        assertThat(data.training().pair(3)).isEqualTo(new InputOutput("d", "e"));
        assertExample(data.training().example(3), new int[] {3}, new int[] {4});
        assertExample(data.validation().example(0), new int[] {0}, new int[] {1});
    }

    @Test
    void aWindowAsksForTheCharacterAfterIt() {
        TaskData.ExampleSets data = ExampleFixtures.data("window:window=4", text());

        assertThat(data.training().size()).isEqualTo(176);
        assertThat(data.test().size()).isEqualTo(6);
        assertThat(data.training().pair(1)).isEqualTo(new InputOutput("bcde", "f"));
        assertExample(data.training().example(1), new int[] {1, 2, 3, 4}, new int[] {NONE, NONE, NONE, 5});
        assertThat(data.training().pair(175)).isEqualTo(new InputOutput("fghi", "j"));
    }

    @Test
    void oneCharacterAsksForAllThatFollow() {
        TaskData.ExampleSets data = ExampleFixtures.data("continuation:length=4", text());

        // Every character but the first is asked for once, as far as whole lengths go.
        assertThat(data.training().size()).isEqualTo(44);
        assertThat(data.training().pair(1)).isEqualTo(new InputOutput("e", "fghi"));
        assertExample(data.training().example(1), new int[] {4, 5, 6, 7}, new int[] {5, 6, 7, 8});
        assertThat(data.layout().prompt("c").inputs()).containsExactly(2);
        assertThatThrownBy(() -> data.layout().prompt("cd"))
                .hasMessage("This network starts from one character; got 2.");
    }

    @Test
    void refusesAPartShorterThanAWindow() {
        Corpus text = text();

        assertThatThrownBy(() -> ExampleFixtures.data("window:window=10", text))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "The validation part has 10 characters, but a window of 10 and the character after it need 11. Choose a window of 9 or less, a larger share for this part, or a longer text.");
    }

    @Test
    void aModelReadsAnotherTextUnderItsOwnIndices() {
        Layout known = ExampleFixtures.data("bigram", CorpusReader.ofText("other", "!abcdefghij".repeat(20)))
                .layout();
        TaskRequest request = TaskRequest.of(1, Split.DEFAULT).withText(text()).withKnown(known);

        TaskData.ExampleSets data =
                (TaskData.ExampleSets) TaskConfig.parse("bigram").data(request);

        assertThat(data.layout()).isEqualTo(known);
        assertExample(data.training().example(0), new int[] {1}, new int[] {2});
        assertThatThrownBy(() -> TaskConfig.parse("bigram")
                        .data(request.withText(CorpusReader.ofText("strange", "abcxyz".repeat(50)))))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("The model has never seen \"x\", \"y\", \"z\", which \"strange\" holds");
    }

    private static Corpus text() {
        return CorpusReader.ofText("text", "abcdefghij".repeat(20));
    }

    private static void assertExample(Example example, int[] inputs, int[] targets) {
        assertThat(example.source()).isEmpty();
        assertThat(example.inputs()).containsExactly(inputs);
        assertThat(example.targets()).containsExactly(targets);
    }
}
