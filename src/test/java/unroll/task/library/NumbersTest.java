package unroll.task.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import unroll.task.InputOutput;
import unroll.task.TaskData;
import unroll.task.Tasks;
import unroll.task.TryIt;

/** Addition, decimal and binary. */
class NumbersTest {
    @Test
    void sumsAreRight() {
        for (InputOutput pair : ExampleFixtures.pairs("addition:digits=3")) {
            String[] numbers = pair.input().split("\\+");
            assertThat(numbers).hasSize(2).allMatch(number -> number.matches("0|[1-9]\\d{0,2}"));
            assertThat(Integer.parseInt(numbers[0]) + Integer.parseInt(numbers[1]))
                    .isEqualTo(Integer.parseInt(pair.output()));
        }
    }

    @Test
    void fiveThousandSumsOfTwoDigitsAreShared() {
        TaskData.ExampleSets data = ExampleFixtures.data("addition");

        assertThat(data.training().size()).isEqualTo(4_500);
        assertThat(data.validation().size()).isEqualTo(250);
        assertThat(data.test().size()).isEqualTo(250);
    }

    @Test
    void aSumOccursOnceWhicheverWayRound() {
        List<InputOutput> pairs = ExampleFixtures.pairs("addition:digits=1");

        // Ten digits make 55 unordered sums, and all of them are found.
        assertThat(pairs).hasSize(55);
        assertThat(pairs.stream()
                        .map(pair ->
                                Stream.of(pair.input().split("\\+")).sorted().collect(Collectors.joining("+"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSumIsReadFromItsEndOrNot() {
        TaskData.ExampleSets backwards = ExampleFixtures.data("addition");
        TaskData.ExampleSets forwards = ExampleFixtures.data("addition:reverse=false");
        String typed = "12+34";

        assertThat(backwards.training().pair(0)).isEqualTo(forwards.training().pair(0));
        assertThat(backwards
                        .layout()
                        .alphabets()
                        .source()
                        .decode(backwards.layout().prompt(typed).source()))
                .isEqualTo("43+21");
        assertThat(forwards.layout()
                        .alphabets()
                        .source()
                        .decode(forwards.layout().prompt(typed).source()))
                .isEqualTo("12+34");
    }

    @Test
    void onlySumsCanBeTried() {
        TryIt tryIt = Tasks.named("addition").tryIt();

        assertThat(tryIt.read().apply(" 5 + 61 ")).isEqualTo("5+61");
        assertThatThrownBy(() -> tryIt.read().apply("5-61"))
                .hasMessage("\"5-61\" is not a sum; write two numbers with + between.");
    }

    @Test
    void binarySumsAreRightAndEndWithTheirCarry() {
        for (InputOutput pair : ExampleFixtures.pairs("binary-addition:bits=9")) {
            long a = 0;
            long b = 0;
            long sum = 0;
            for (int t = 0; t < pair.input().length(); t++) {
                int both = pair.input().charAt(t) - '0';
                a |= (long) (both >> 1) << t;
                b |= (long) (both & 1) << t;
                sum |= (long) (pair.output().charAt(t) - '0') << t;
            }
            assertThat(sum).as(pair.toString()).isEqualTo(a + b);
            assertThat(pair.input()).hasSizeBetween(2, 10).endsWith("0").hasSameSizeAs(pair.output());
        }
    }

    @Test
    void aBinarySumIsTypedAndShownAsPeopleWriteIt() {
        TryIt tryIt = Tasks.named("binary-addition").tryIt();

        assertThat(tryIt.read().apply("1011+110")).isEqualTo("23120");
        assertThat(tryIt.show().apply("10001")).isEqualTo("10001");
        assertThat(tryIt.show().apply("011")).isEqualTo("110");
        assertThatThrownBy(() -> tryIt.read().apply("12+1"))
                .hasMessage("\"12+1\" is not a sum of binary numbers; write zeros and ones, with + between.");
    }
}
