package unroll.ui.lens;

/** Where each character of a text stands in rows of equal length. Lines end at line ends, and between words where they are too long. */
final class TextGrid {
    private final int[] text;
    private final int columns;
    private final int[] row;
    private final int[] column;
    private int rows = 1;
    private int next;
    /** The last place in this row behind which it may be broken, or −1. */
    private int gap = -1;

    private TextGrid(int[] text, int columns) {
        this.text = text;
        this.columns = columns;
        row = new int[text.length];
        column = new int[text.length];
    }

    /**
     * Lays a text out.
     *
     * @param text code points
     * @param columns of a row, at least 1
     */
    static TextGrid of(int[] text, int columns) {
        TextGrid grid = new TextGrid(text, Math.max(1, columns));
        for (int i = 0; i < text.length; i++) {
            grid.place(i);
        }
        return grid;
    }

    private void place(int i) {
        if (next == columns && text[i] != '\n') {
            int from = gap < 0 ? i : gap + 1;
            newRow();
            for (int j = from; j < i; j++) {
                put(j);
            }
        }
        put(i);
        if (text[i] == '\n') {
            newRow();
        } else if (text[i] == ' ') {
            gap = i;
        }
    }

    private void newRow() {
        rows++;
        next = 0;
        gap = -1;
    }

    private void put(int i) {
        row[i] = rows - 1;
        column[i] = next++;
    }

    int rows() {
        return rows;
    }

    int row(int i) {
        return row[i];
    }

    /** A line end may stand one column behind the last. */
    int column(int i) {
        return column[i];
    }

    /** The character at a place; −1 where there is none. */
    int at(int wantedRow, int wantedColumn) {
        for (int i = 0; i < text.length; i++) {
            if (row[i] == wantedRow && column[i] == wantedColumn) {
                return i;
            }
        }
        return -1;
    }
}
