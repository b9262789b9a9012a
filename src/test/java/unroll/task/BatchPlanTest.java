package unroll.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchPlanTest {
    private static final int X = Batch.PAD;
    private static final int NONE = Batch.NO_TARGET;

    @Test
    void padsBeforeWhatIsRead() {
        List<InputOutput> pairs = List.of(new InputOutput("abc", "u"), new InputOutput("b", "v"));
        ExampleBatch batch = only(RnnType.MANY_TO_ONE, pairs, 3);

        assertThat(batch.source()).isEmpty();
        assertThat(batch.batch().steps()).isEqualTo(3);
        assertThat(column(batch.batch().inputs(), 3, 0)).containsExactly(X, X, 1);
        assertThat(column(batch.batch().targets(), 3, 0)).containsExactly(NONE, NONE, 1);
        assertThat(column(batch.batch().inputs(), 3, 1)).containsExactly(0, 1, 2);
        assertThat(column(batch.batch().targets(), 3, 1)).containsExactly(NONE, NONE, 0);
        assertThat(column(batch.batch().inputs(), 3, 2)).as("no example").containsExactly(X, X, X);
        assertThat(column(batch.batch().targets(), 3, 2)).containsExactly(NONE, NONE, NONE);
        assertThat(batch.targets()).isEqualTo(2);
    }

    @Test
    void padsBehindWhatIsWritten() {
        List<InputOutput> pairs = List.of(new InputOutput("ab", "xy"), new InputOutput("b", "y"));
        ExampleBatch batch = only(RnnType.MANY_TO_MANY_UNEQUAL, pairs, 3);
        int mark = 2;

        assertThat(column(batch.source(), 3, 0)).containsExactly(X, 1);
        assertThat(column(batch.batch().inputs(), 3, 0)).containsExactly(mark, 1, 0);
        assertThat(column(batch.batch().targets(), 3, 0)).containsExactly(1, mark, NONE);
        assertThat(column(batch.source(), 3, 1)).containsExactly(0, 1);
        assertThat(column(batch.batch().targets(), 3, 1)).containsExactly(0, 1, mark);
        assertThat(column(batch.source(), 3, 2)).containsExactly(X, X);
        assertThat(column(batch.batch().targets(), 3, 2)).containsExactly(NONE, NONE, NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 32, 100, 1000})
    void everyExampleOccursOnceAnEpoch(int columns) {
        Examples examples = lengths(777);
        BatchPlan plan = new BatchPlan(examples, RnnType.MANY_TO_ONE, columns, 3);

        for (long epoch = 0; epoch < 3; epoch++) {
            List<Integer> seen = new ArrayList<>();
            for (int number = 0; number < plan.batches(); number++) {
                int[] indices = plan.indices(epoch, number);
                assertThat(indices).hasSizeBetween(1, columns);
                Arrays.stream(indices).forEach(seen::add);
            }
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 777).boxed().toList());
        }
    }

    @Test
    void aBatchFollowsFromSeedEpochAndNumberAlone() {
        BatchPlan inOrder = new BatchPlan(lengths(2_000), RnnType.MANY_TO_ONE, 10, 5);
        int[][] first = IntStream.range(0, inOrder.batches())
                .mapToObj(number -> inOrder.indices(4, number))
                .toArray(int[][]::new);
        BatchPlan jumping = new BatchPlan(lengths(2_000), RnnType.MANY_TO_ONE, 10, 5);

        for (int number = first.length - 1; number >= 0; number -= 7) {
            jumping.indices(9, 0);
            assertThat(jumping.indices(4, number)).isEqualTo(first[number]);
        }
        assertThat(jumping.indices(5, 0)).as("another epoch").isNotEqualTo(first[0]);
        assertThat(new BatchPlan(lengths(2_000), RnnType.MANY_TO_ONE, 10, 6).indices(4, 0))
                .as("another seed")
                .isNotEqualTo(first[0]);
    }

    @Test
    void theOrderIsTheSameOnEveryMachine() {
        BatchPlan plan = new BatchPlan(lengths(50), RnnType.MANY_TO_ONE, 5, 1);

        assertThat(plan.indices(0, 0)).containsExactly(40, 0, 33, 26, 19);
    }

    @Test
    void littleIsPadded() {
        Examples examples = lengths(3_200);
        BatchPlan plan = new BatchPlan(examples, RnnType.MANY_TO_ONE, 20, 1);
        long cells = 0;
        long symbols = 0;
        for (int number = 0; number < plan.batches(); number++) {
            ExampleBatch batch = plan.read(0, number);
            cells += batch.batch().inputs().length;
            symbols += Arrays.stream(batch.batch().inputs())
                    .filter(input -> input != X)
                    .count();
        }

        // Without regard to length a batch of 20 lengths up to 40 would be padded to about twice its symbols.
        assertThat((double) cells / symbols).isLessThan(1.15);
    }

    @Test
    void refusesABatchThatIsNone() {
        BatchPlan plan = new BatchPlan(lengths(10), RnnType.MANY_TO_ONE, 5, 1);

        assertThat(plan.batches()).isEqualTo(2);
        assertThatThrownBy(() -> plan.indices(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 1000, 65_537})
    void aShuffleIsAPermutation(int size) {
        BatchPlan.Shuffle shuffle = new BatchPlan.Shuffle(11, 2, size);

        int[] sorted = IntStream.range(0, size).map(shuffle::at).sorted().toArray();

        assertThat(sorted).isEqualTo(IntStream.range(0, size).toArray());
    }

    @Test
    void aShuffleLeavesNoTraceOfTheOrder() {
        int size = 10_000;
        BatchPlan.Shuffle shuffle = new BatchPlan.Shuffle(1, 0, size);
        // Spearman's footrule of a random permutation has the mean (n² − 1) / 3 and a deviation of about n^1.5 · 0.21.
        double footrule = IntStream.range(0, size)
                .mapToDouble(place -> Math.abs(place - shuffle.at(place)))
                .sum();

        assertThat(footrule).isBetween(size / 3.0 * size - 1e6, size / 3.0 * size + 1e6);
    }

    private static ExampleBatch only(RnnType type, List<InputOutput> pairs, int columns) {
        return new BatchPlan(examples(type, pairs), type, columns, 1).read(0, 0);
    }

    /** Examples of 1 to 40 steps. */
    private static Examples lengths(int size) {
        return examples(
                RnnType.MANY_TO_ONE,
                IntStream.range(0, size)
                        .mapToObj(i -> new InputOutput("a".repeat(1 + i * 17 % 40), "x"))
                        .toList());
    }

    private static Examples examples(RnnType type, List<InputOutput> pairs) {
        Layout layout = Layout.of(type, ReadingOrder.FORWARDS, pairs);
        return new Examples() {
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
    }

    private static int[] column(int[] stepMajor, int columns, int column) {
        return IntStream.range(0, stepMajor.length / columns)
                .map(t -> stepMajor[t * columns + column])
                .toArray();
    }
}
