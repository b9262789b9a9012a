package unroll.ui.lens;

import javafx.scene.paint.Color;
import unroll.ui.control.CanvasPane;

/** A sheet across the page, so many lines of text high, on which colors stand for numbers. */
public abstract class HeatStrip extends CanvasPane {
    private final double heightEm;

    /** @param heightEm its height, as multiples of the text's size */
    protected HeatStrip(String style, double heightEm) {
        this.heightEm = heightEm;
        getStyleClass().add(style);
    }

    @Override
    protected final double computePrefHeight(double width) {
        return heightEm * em();
    }

    @Override
    protected final double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    protected final DivergingColors tones() {
        return DivergingColors.with(ink());
    }

    /** The text's color, paler. */
    protected final Color pale(double opacity) {
        return ink().deriveColor(0, 1, 1, opacity);
    }
}
