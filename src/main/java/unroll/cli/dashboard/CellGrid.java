package unroll.cli.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A rectangle of character cells to draw in, row 0 at the top. What lies outside is not drawn. */
final class CellGrid {
    private final char[][] characters;
    private final AttributedStyle[][] styles;

    CellGrid(int columns, int rows) {
        characters = new char[rows][columns];
        styles = new AttributedStyle[rows][columns];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(characters[row], ' ');
            Arrays.fill(styles[row], AttributedStyle.DEFAULT);
        }
    }

    char at(int row, int column) {
        return characters[row][column];
    }

    void put(int row, int column, char character, AttributedStyle style) {
        if (row >= 0 && row < characters.length && column >= 0 && column < characters[row].length) {
            characters[row][column] = character;
            styles[row][column] = style;
        }
    }

    /** Writes text of characters that are one cell wide. */
    void put(int row, int column, String text, AttributedStyle style) {
        for (int i = 0; i < text.length(); i++) {
            put(row, column + i, text.charAt(i), style);
        }
    }

    List<AttributedString> lines() {
        List<AttributedString> lines = new ArrayList<>();
        for (int row = 0; row < characters.length; row++) {
            AttributedStringBuilder line = new AttributedStringBuilder(characters[row].length);
            for (int column = 0; column < characters[row].length; column++) {
                line.style(styles[row][column]).append(characters[row][column]);
            }
            lines.add(line.toAttributedString());
        }
        return lines;
    }
}
