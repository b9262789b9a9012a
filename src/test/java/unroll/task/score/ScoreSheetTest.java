package unroll.task.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.task.Example;
import unroll.task.Examples;
import unroll.task.InputOutput;
import unroll.task.Layout;
import unroll.task.Matcher;
import unroll.task.ReadingOrder;
import unroll.task.RnnType;

class ScoreSheetTest {
    @Test
    void countsSteps() {
        List<InputOutput> pairs = List.of(new InputOutput("aab", "aba"), new InputOutput("ab", "ab"));
        ScoreSheet sheet = sheet(RnnType.BIDIRECTIONAL, pairs, Matcher.SAME);

        assertThat(sheet.addSteps(0, new int[] {0, 1, 1})).isFalse();
        assertThat(sheet.addSteps(1, new int[] {0, 1})).isTrue();

        TaskScore score = sheet.score();
        assertThat(score.accuracy()).isEqualTo(new Ratio(4, 5));
        assertThat(score.exactMatch()).isEqualTo(new Ratio(1, 2));
        assertThat(score.restored())
                .as("ab of the first: a to b right, b to a wrong")
                .isEqualTo(new Ratio(1, 2));
        assertThat(score.byPlace()).containsExactly(new Ratio(2, 2), new Ratio(2, 2), new Ratio(0, 1));
        assertThat(score.confusion()).isEmpty();
    }

    @Test
    void passesOverStepsThatAreNotAsked() {
        ScoreSheet sheet = sheet(RnnType.BIDIRECTIONAL, List.of(new InputOutput("aab", "b")), Matcher.SAME);

        sheet.addSteps(0, new int[] {0, 0, 0});

        assertThat(sheet.score().accuracy()).isEqualTo(new Ratio(1, 1));
    }

    @Test
    void countsLabelsByLengthAndByConfusion() {
        List<InputOutput> pairs = List.of(
                new InputOutput("ab", "x"),
                new InputOutput("a", "x"),
                new InputOutput("b", "y"),
                new InputOutput("bb", "z"));
        ScoreSheet sheet = sheet(RnnType.MANY_TO_ONE, pairs, Matcher.SAME);

        sheet.addSteps(0, new int[] {2, 0});
        sheet.addSteps(1, new int[] {1});
        sheet.addSteps(2, new int[] {1});

        TaskScore score = sheet.score();
        assertThat(score.accuracy()).isEqualTo(new Ratio(2, 3));
        assertThat(score.byPlace()).containsExactly(new Ratio(1, 2), new Ratio(1, 1));
        ConfusionMatrix confusion = score.confusion().orElseThrow();
        assertThat(confusion.labels()).containsExactly("x", "y", "z");
        assertThat(confusion.count(0, 0)).isEqualTo(1);
        assertThat(confusion.count(0, 1)).isEqualTo(1);
        assertThat(confusion.count(1, 1)).isEqualTo(1);
        assertThat(confusion.recall(0)).isEqualTo(new Ratio(1, 2));
        assertThat(confusion.recall(2).value()).isNaN();
        assertThat(confusion.macroAccuracy()).as("z does not occur").isCloseTo(0.75, within(1e-12));
        assertThat(confusion.examples(0, 1)).containsExactly(1);
        assertThat(confusion.examples(2, 2)).isEmpty();
    }

    @Test
    void countsWrittenAnswers() {
        List<InputOutput> pairs = List.of(
                new InputOutput("p", "ab"),
                new InputOutput("q", "b"),
                new InputOutput("r", "a"),
                new InputOutput("s", "aa"));
        ScoreSheet sheet = sheet(RnnType.MANY_TO_MANY_UNEQUAL, pairs, Matcher.SAME);
        int mark = 2;

        assertThat(sheet.addWritten(0, new int[] {0, 1, mark})).isTrue();
        assertThat(sheet.addWritten(1, new int[] {mark})).as("too short").isFalse();
        assertThat(sheet.addWritten(2, new int[] {0, 0, 0})).as("too long").isFalse();
        assertThat(sheet.addWritten(3, new int[] {0, 0})).as("cut off").isFalse();

        TaskScore score = sheet.score();
        assertThat(score.exactMatch()).isEqualTo(new Ratio(1, 4));
        assertThat(score.accuracy()).isEqualTo(new Ratio(6, 10));
        assertThat(score.byPlace()).containsExactly(new Ratio(3, 4), new Ratio(2, 4), new Ratio(1, 2));
    }

    @Test
    void asksTheJudge() {
        Matcher generous = (pair, place, target, predicted) -> place == 1 || target.equals(predicted);
        ScoreSheet sheet = sheet(RnnType.BIDIRECTIONAL, List.of(new InputOutput("ab", "ab")), generous);

        sheet.addSteps(0, new int[] {1, 0});

        assertThat(sheet.score().byPlace()).containsExactly(new Ratio(0, 1), new Ratio(1, 1));
    }

    @Test
    void remembersABoundedNumberOfExamples() {
        ConfusionMatrix confusion = new ConfusionMatrix(List.of("x", "y"));
        for (int example = 0; example < 1_000; example++) {
            confusion.add(0, 1, example);
        }

        assertThat(confusion.count(0, 1)).isEqualTo(1_000);
        assertThat(confusion.examples(0, 1)).hasSize(ConfusionMatrix.MAX_BEHIND).startsWith(0, 1, 2);
    }

    @Test
    void refusesPredictionsForAnotherLength() {
        ScoreSheet sheet = sheet(RnnType.BIDIRECTIONAL, List.of(new InputOutput("ab", "ab")), Matcher.SAME);

        assertThatThrownBy(() -> sheet.addSteps(0, new int[] {1}))
                .hasMessage("Example 0 has 2 steps; got 1 predictions.");
    }

    private static ScoreSheet sheet(RnnType type, List<InputOutput> pairs, Matcher matcher) {
        Layout layout = Layout.of(type, ReadingOrder.FORWARDS, pairs);
        Examples examples = new Examples() {
            @Override
            public int size() {
                return pairs.size();
            }

            @Override
            public Example example(int index) {
                return layout.example(pairs.get(index));
            }

            @Override
            public InputOutput pair(int index) {
                return pairs.get(index);
            }
        };
        return new ScoreSheet(layout, examples, matcher);
    }
}
