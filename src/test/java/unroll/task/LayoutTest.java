package unroll.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.message.Reason;

class LayoutTest {
    private static final int NONE = Batch.NO_TARGET;

    @Test
    void aLabelIsAskedForAtTheLastStep() {
        List<InputOutput> pairs = List.of(new InputOutput("abc", "yes"), new InputOutput("b", "no"));
        Layout layout = Layout.of(RnnType.MANY_TO_ONE, ReadingOrder.FORWARDS, pairs);

        assertExample(layout.example(pairs.get(0)), new int[0], new int[] {0, 1, 2}, new int[] {NONE, NONE, 1});
        assertThat(layout.alphabets().output().labels()).containsExactly("no", "yes");
        assertExample(layout.prompt("cb"), new int[0], new int[] {2, 1}, new int[] {NONE, NONE});
        assertThat(layout.text(new int[] {1})).isEqualTo("yes");
        assertThat(layout.legal()).containsExactly("a", "b", "c");
    }

    @Test
    void everyStepIsAskedAndAShortOutputEndsEarlier() {
        List<InputOutput> pairs = List.of(new InputOutput("aba", "xyx"), new InputOutput("bab", "y"));
        Layout layout = Layout.of(RnnType.BIDIRECTIONAL, ReadingOrder.FORWARDS, pairs);

        assertExample(layout.example(pairs.get(0)), new int[0], new int[] {0, 1, 0}, new int[] {0, 1, 0});
        assertExample(layout.example(pairs.get(1)), new int[0], new int[] {1, 0, 1}, new int[] {1, NONE, NONE});
    }

    @Test
    void aLabelStartsAnAnswerThatReadsItself() {
        List<InputOutput> pairs = List.of(new InputOutput("b", "ba"), new InputOutput("c", "a"));
        Layout layout = Layout.of(RnnType.ONE_TO_MANY, ReadingOrder.FORWARDS, pairs);
        int mark = 2;

        assertExample(layout.example(pairs.get(0)), new int[0], new int[] {3, 1, 0}, new int[] {1, 0, mark});
        assertExample(layout.prompt("c"), new int[0], new int[] {4}, new int[] {NONE});
        assertThat(layout.text(new int[] {1, 0, mark, 1})).isEqualTo("ba");
        assertThat(layout.legal()).as("labels, not characters").containsExactly("b", "c");
        assertThatThrownBy(() -> layout.prompt("a")).hasMessage("The model knows no label \"a\"; choose one of b, c.");
    }

    @Test
    void theDecoderStartsWithTheMarkAndEndsWithIt() {
        List<InputOutput> pairs = List.of(new InputOutput("1+2", "3"), new InputOutput("2+2", ""));
        Layout layout = Layout.of(RnnType.MANY_TO_MANY_UNEQUAL, ReadingOrder.FORWARDS, pairs);

        assertExample(layout.example(pairs.get(0)), new int[] {1, 0, 2}, new int[] {1, 0}, new int[] {0, 1});
        assertExample(layout.example(pairs.get(1)), new int[] {2, 0, 2}, new int[] {1}, new int[] {1});
        assertExample(layout.prompt("2+1"), new int[] {2, 0, 1}, new int[] {1}, new int[] {NONE});
        assertThat(layout.alphabets().source().characters()).containsExactly("+", "1", "2");
    }

    @Test
    void anInputCanBeReadFromItsEnd() {
        List<InputOutput> pairs = List.of(new InputOutput("12\uD83D\uDE00", "3"));
        Layout layout = Layout.of(RnnType.MANY_TO_MANY_UNEQUAL, ReadingOrder.BACKWARDS, pairs);

        assertThat(layout.example(pairs.get(0)).source()).containsExactly(2, 1, 0);
        assertThat(layout.prompt("12").source()).containsExactly(1, 0);
    }

    @Test
    void whatWasPredictedCanBeReadUnderTheSameIndex() {
        List<InputOutput> pairs = List.of(new InputOutput("z", "ba"), new InputOutput("a", "cab"));
        for (RnnType type : List.of(RnnType.ONE_TO_MANY, RnnType.MANY_TO_MANY_UNEQUAL)) {
            Alphabets alphabets = Layout.of(type, ReadingOrder.FORWARDS, pairs).alphabets();

            assertThat(alphabets.input().symbols())
                    .as(type.id())
                    .startsWith(alphabets.output().symbols().toArray(AlphabetEntry[]::new));
        }
    }

    @Test
    void refusesWhatItHasNeverSeen() {
        Layout layout = Layout.of(
                RnnType.MANY_TO_ONE,
                ReadingOrder.FORWARDS,
                List.of(new InputOutput("ab", "x"), new InputOutput("b", "y")));
        Layout other = Layout.of(RnnType.MANY_TO_ONE, ReadingOrder.FORWARDS, List.of(new InputOutput("ac", "x")));

        assertThatThrownBy(() -> layout.prompt("aç")).hasMessage("The model has never seen \"ç\"; leave it out.");
        assertThatThrownBy(() -> layout.prompt(""))
                .hasMessage("There is nothing to read; type at least one character.");
        assertThatThrownBy(() -> layout.requireAll(other.alphabets()))
                .hasMessage("The model has never seen \"c\"; leave it out.");
    }

    @Test
    void onlyTypesThatDoNotReadTheirAnswerMayReadBackwards() {
        assertThat(RnnType.MANY_TO_ONE.refusesBidirectional()).isEmpty();
        assertThat(RnnType.BIDIRECTIONAL.refusesBidirectional()).isEmpty();
        assertThat(RnnType.ONE_TO_MANY.refusesBidirectional()).contains(Reason.WOULD_COPY_ANSWER);
        assertThat(RnnType.MANY_TO_MANY_UNEQUAL.refusesBidirectional()).isPresent();
        assertThat(RnnType.ONE_TO_ONE.refusesBidirectional()).isPresent();
    }

    @Test
    void saysWhyAPairDoesNotFit() {
        assertThat(RnnType.MANY_TO_MANY_EQUAL.refusal(new InputOutput("ab", "abc")))
                .isEqualTo(Reason.UNEQUAL_PAIR);
        assertThat(RnnType.BIDIRECTIONAL.refusal(new InputOutput("a\uD83D\uDE00", "bc")))
                .isNull();
        assertThat(RnnType.BIDIRECTIONAL.refusal(new InputOutput("", ""))).isEqualTo(Reason.NOTHING_BEFORE_TAB);
        assertThat(RnnType.MANY_TO_ONE.refusal(new InputOutput("a", ""))).isEqualTo(Reason.NOTHING_AFTER_TAB);
        assertThat(RnnType.ONE_TO_MANY.refusal(new InputOutput("", "a"))).isEqualTo(Reason.NOTHING_BEFORE_TAB);
        assertThat(RnnType.MANY_TO_MANY_UNEQUAL.refusal(new InputOutput("a", "")))
                .isNull();
        assertThat(RnnType.MANY_TO_MANY_UNEQUAL.refusal(new InputOutput("", "a")))
                .isEqualTo(Reason.NOTHING_BEFORE_TAB);
    }

    private static void assertExample(Example example, int[] source, int[] inputs, int[] targets) {
        assertThat(example.source()).as("source").containsExactly(source);
        assertThat(example.inputs()).as("inputs").containsExactly(inputs);
        assertThat(example.targets()).as("targets").containsExactly(targets);
    }
}
