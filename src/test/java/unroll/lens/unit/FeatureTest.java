package unroll.lens.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every feature by hand: below each character its value; | stands for a line end. */
class FeatureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "LINE_POSITION;ab||c d|;12001230",
                "INSIDE_QUOTES;a\"b c\"d\";01111001",
                "INSIDE_QUOTES;“a ”b«c»;11100110",
                "INSIDE_QUOTES;\"a|b||c\"d;111110011",
                "INSIDE_QUOTES;don't;00000",
                "BRACKET_DEPTH;)(a[b]{)};011221210",
                "CAPITAL;aBÄ1 ß;011000",
                "AFTER_NEWLINE;ab|c||d;0001011",
                "WORD_POSITION;ab c1-Ä;1201201",
                "SPACE; a  b|c;1011000",
            })
    void isWhatAReaderCounts(Feature feature, String text, String expected) {
        float[] values = feature.of(text.replace('|', '\n').codePoints().toArray());

        assertThat(IntStream.range(0, values.length)
                        .mapToObj(i -> Integer.toString((int) values[i]))
                        .collect(Collectors.joining()))
                .as("%s of %s", feature, text)
                .isEqualTo(expected);
    }
}
