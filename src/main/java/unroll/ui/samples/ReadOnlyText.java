package unroll.ui.samples;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** Text to read, select and copy, as tall as it needs to be up to a limit. */
final class ReadOnlyText extends TextArea {
    /** As the style sheet has it, both sides together. */
    private static final double PADDING_EM = 1.2;

    private static final double BORDERS = 4;

    private final double mostEm;
    private final Text measure = new Text();

    /** @param mostEm height where scrolling begins */
    ReadOnlyText(double mostEm) {
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
        double em = getFont().getSize();
        measure.setFont(getFont());
        measure.setText(getText());
        measure.setWrappingWidth(Math.max(em, (width > 0 ? width : getWidth()) - PADDING_EM * em - BORDERS));
        double needed = measure.getLayoutBounds().getHeight() + PADDING_EM * em + BORDERS;
        return Math.min(mostEm * em, needed);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
