package unroll.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextGridTest {
    /** The rows as they would be read, line ends as ↵. */
    private static String rows(String text, int columns) {
        int[] codePoints = text.codePoints().toArray();
        TextGrid grid = TextGrid.of(codePoints, columns);
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; grid.at(row, column) >= 0; column++) {
                int codePoint = codePoints[grid.at(row, column)];
                rows.appendCodePoint(codePoint == '\n' ? '↵' : codePoint);
            }
            rows.append('|');
        }
        return rows.toString();
    }

    @Test
    void breaksBetweenWords() {
        assertThat(rows("one two three", 8)).isEqualTo("one two |three|");
        assertThat(rows("one two three", 6)).isEqualTo("one |two |three|");
    }

    @Test
    void breaksWithinWordsThatAreTooLong() {
        assertThat(rows("abcdefgh i", 3)).isEqualTo("abc|def|gh |i|");
    }

    @Test
    void endsRowsAtLineEnds() {
        assertThat(rows("ab\n\nabc\nd", 3)).isEqualTo("ab↵|↵|abc↵|d|");
    }

    @Test
    void hasARowForNothing() {
        assertThat(rows("", 5)).isEqualTo("|");
    }
}
