package unroll.ui.samples;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Text to read, select and copy, as tall as it needs to be up to a limit. */
public final class ReadOnlyText extends TextArea {
    private static final double BORDERS = 4;

    private final double maxEm;
    /** The area's own content remembers the height it had at another width. */
    private final Text ruler = new Text();

    /** @param maxEm height where scrolling begins */
    public ReadOnlyText(double maxEm) {
        this.maxEm = maxEm;
        setEditable(false);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll("reading", "sample-text");
        textProperty().subscribe(text -> requestLayout());
        fontProperty().subscribe(font -> requestLayout());
    }

    /** The height of the text wrapped to the width: a text area by itself only counts rows. */
    @Override
    protected double computePrefHeight(double width) {
        if (!(lookup(".content") instanceof Region content)) {
            return super.computePrefHeight(width);
        }
        Insets around = content.getInsets();
        ruler.setText(getText());
        ruler.setFont(getFont());
        ruler.setWrappingWidth(
                Math.max(0, (width > 0 ? width : getWidth()) - BORDERS - around.getLeft() - around.getRight()));
        double needed = ruler.getLayoutBounds().getHeight() + around.getTop() + around.getBottom() + BORDERS;
        return Math.min(maxEm * getFont().getSize(), Math.ceil(needed));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
