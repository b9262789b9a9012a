package unroll.ui.samples;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.TextArea;

/** Text to read, select and copy, as tall as it needs to be up to a limit. */
public final class ReadOnlyText extends TextArea {
    private static final double BORDERS = 4;

    private final double mostEm;

    /** @param mostEm height where scrolling begins */
    public ReadOnlyText(double mostEm) {
        this.mostEm = mostEm;
        setEditable(false);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll("reading", "sample-text");
        textProperty().subscribe(text -> requestLayout());
    }

    /** The height of the text wrapped to the width: a text area by itself only counts rows. */
    @Override
    protected double computePrefHeight(double width) {
        Node content = lookup(".content");
        if (content == null) {
            return super.computePrefHeight(width);
        }
        double needed = content.prefHeight((width > 0 ? width : getWidth()) - BORDERS) + BORDERS;
        return Math.min(mostEm * getFont().getSize(), needed);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
