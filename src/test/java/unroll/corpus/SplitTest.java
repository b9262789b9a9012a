package unroll.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.message.ProblemException;

class SplitTest {
    private static final String[] SPLITS = {
        "0.9,0.05,0.05",
        "1,0,0",
        "0.5,0,0.5",
        "0.5,0.5,0",
        "0.333333333,0.333333333,0.333333334",
        "0.7,0.2,0.1",
        "0.1,0.2,0.7",
        "0.29,0.57,0.14",
        "0.98,0.01,0.01",
        "0.000001,0.999999,0"
    };

    @Test
    void losesAndDoublesNothing() {
        for (String text : SPLITS) {
            Split split = Split.parse(text);
            for (int length :
                    new int[] {2, 3, 7, 10, 11, 99, 100, 101, 1023, 65_537, 1_115_394, 2_147_483_646, Integer.MAX_VALUE
                    }) {
                Range train = split.range(SplitPart.TRAIN, length);
                Range validation = split.range(SplitPart.VALIDATION, length);
                Range test = split.range(SplitPart.TEST, length);

                assertThat(train.from()).isZero();
                assertThat(validation.from()).as("%s of %d", text, length).isEqualTo(train.to());
                assertThat(test.from()).as("%s of %d", text, length).isEqualTo(validation.to());
                assertThat(test.to()).isEqualTo(length);
                assertThat(split.range(SplitPart.ALL, length)).isEqualTo(new Range(0, length));
                assertThat((double) validation.length())
                        .isBetween(split.validation() * length - 1 - 1e-6, split.validation() * length + 1 + 1e-6);
                assertThat((double) train.length())
                        .isBetween(split.train() * length - 1, split.train() * length + 1e-6);
            }
        }
    }

    @Test
    void partsWithoutAShareAreEmpty() {
        for (int length = 2; length < 5000; length++) {
            assertThat(Split.parse("0.3,0.7,0").range(SplitPart.TEST, length).length())
                    .isZero();
            assertThat(Split.parse("0.7,0,0.3")
                            .range(SplitPart.VALIDATION, length)
                            .length())
                    .isZero();
            assertThat(Split.parse("1,0,0").range(SplitPart.TRAIN, length).length())
                    .isEqualTo(length);
        }
    }

    @Test
    void partsWithoutAShareAreEmptyWhereTheSumIsNotExact() {
        Split split = new Split(0.9, 0.1 - 9e-10, 0);
        assertThat(split.range(SplitPart.TEST, Integer.MAX_VALUE).length()).isZero();
    }

    /** The products of these doubles lie a hair below the whole number. */
    @ParameterizedTest
    @CsvSource({
        "'0.29,0.71,0', 100, 29",
        "'0.57,0.43,0', 100, 57",
        "'0.9,0.05,0.05', 1000000000, 900000000",
        "'0.58,0.42,0', 100, 58"
    })
    void roundsAsOnPaper(String split, int length, int trainEnd) {
        assertThat(Split.parse(split).range(SplitPart.TRAIN, length).to()).isEqualTo(trainEnd);
    }

    @Test
    void takesThirds() {
        Split thirds = new Split(1.0 / 3, 1.0 / 3, 1.0 / 3);
        assertThat(thirds.range(SplitPart.TRAIN, 3_000_000)).isEqualTo(new Range(0, 1_000_000));
        assertThat(thirds.range(SplitPart.VALIDATION, 3_000_000)).isEqualTo(new Range(1_000_000, 2_000_000));
    }

    @Test
    void hasATextForm() {
        for (String text : SPLITS) {
            assertThat(Split.parse(text)).hasToString(text);
        }
        assertThat(Split.parse(" 0.9 , 0.05,0.05 ")).isEqualTo(Split.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "'0.9,0.1', three shares",
        "'', three shares",
        "'0.9,0.05,0.03,0.02', three shares",
        "'0.9,x,0.05', \"x\" is not a number",
        "'0.9,,0.1', is not a number",
        "'0.9,0.05,0.06', add up to 1.01",
        "'0,0.5,0.5', training share is 0",
        "'1.2,-0.1,-0.1', training share is 1.2",
        "'0.9,0.2,-0.1', test share is -0.1",
        "'NaN,0.5,0.5', training share is NaN"
    })
    void refusesWhatDividesNoText(String text, String reason) {
        assertThatThrownBy(() -> Split.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(reason)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-10, -1e-10})
    void allowsForRoundingInTheSum(double error) {
        assertThat(new Split(0.5, 0.25, 0.25 + error).range(SplitPart.TEST, 100))
                .isEqualTo(new Range(75, 100));
    }
}
