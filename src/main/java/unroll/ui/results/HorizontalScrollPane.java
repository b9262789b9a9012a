package unroll.ui.results;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import unroll.ui.control.Scrolling;

/** Content as high as it likes, which can be moved sideways where it is wider than its place. */
final class HorizontalScrollPane extends ScrollPane {
    private static final double BAR = 16;

    private final Region content;

    HorizontalScrollPane(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("edge-to-edge", "sideways");
        setMinWidth(0);
        setFocusTraversable(false);
        Scrolling.changing(this);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double min = content.minWidth(-1);
        double wide = width < 0 ? min : Math.max(width - snappedLeftInset() - snappedRightInset(), min);
        double bar = width >= 0 && min > width ? BAR : 0;
        return content.prefHeight(wide) + bar + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
