package unroll.ui.samples;

import javafx.scene.control.TextArea;

/** Text to read, select and copy, as tall as it needs to be up to a limit. */
final class ReadOnlyText extends TextArea {
    private static final double LINE = 1.36;
    private static final double GLYPH = 0.602;

    private final int mostLines;

    /** @param mostLines where scrolling begins */
    ReadOnlyText(int mostLines) {
        this.mostLines = mostLines;
        setEditable(false);
        setWrapText(true);
        getStyleClass().add("reading");
        textProperty().subscribe(text -> requestLayout());
    }

    /** Wrapped lines of a monospaced text, counted instead of laid out: laying out costs more than a frame. */
    @Override
    protected double computePrefHeight(double width) {
        double em = getFont().getSize();
        double room = (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset() - 2.5 * em;
        int columns = Math.max(8, (int) (room / (GLYPH * em)));
        int lines = 0;
        for (String line : getText().split("\n", -1)) {
            lines += 1 + Math.max(0, line.length() - 1) / columns;
        }
        return (Math.min(mostLines, lines) * LINE + 1.4) * em;
    }
}
