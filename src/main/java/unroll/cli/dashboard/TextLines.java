package unroll.cli.dashboard;

import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Lines of text made to fit a width in cells, whatever the width of their characters. */
final class TextLines {
    private TextLines() {}

    /** The text on lines of at most so many cells. */
    static List<AttributedString> wrap(String text, int columns) {
        // A character of two cells has no room on a line of one; it is cut then.
        return new AttributedString(text)
                .columnSplitLength(columns).stream()
                        .map(line -> cut(line, columns))
                        .toList();
    }

    /** The beginning of a line that has room in so many cells. */
    static AttributedString cut(AttributedString line, int columns) {
        return line.columnLength() <= columns ? line : line.columnSubSequence(0, columns);
    }

    /** The beginning of a text with an ellipsis where it is too long. */
    static String shortened(String text, int columns, TerminalStyle style) {
        AttributedString whole = new AttributedString(text);
        if (whole.columnLength() <= columns) {
            return text;
        }
        String ellipsis = style.ellipsis();
        return cut(whole, Math.max(0, columns - ellipsis.length())) + (columns < ellipsis.length() ? "" : ellipsis);
    }

    /** One text at the left end of a line and another at its right end, of which the left one gives way. */
    static AttributedStringBuilder spread(String left, AttributedStyle style, AttributedString right, int columns) {
        int available = Math.max(0, columns - right.columnLength() - 1);
        AttributedString fitting = cut(new AttributedString(left, style), available);
        int gap = Math.max(0, columns - fitting.columnLength() - right.columnLength());
        return new AttributedStringBuilder()
                .append(fitting)
                .append(" ".repeat(gap))
                .append(cut(right, columns));
    }
}
