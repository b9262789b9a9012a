package unroll.ui.results;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Two maps of the same size with their names: side by side where there is room, otherwise one below the other. */
final class TwoMaps extends Region {
    private static final double GAP = 12;

    private final Label oneName;
    private final Label otherName;
    private final HeatMap one;
    private final HeatMap other;

    TwoMaps(Label oneName, HeatMap one, Label otherName, HeatMap other) {
        this.oneName = oneName;
        this.one = one;
        this.otherName = otherName;
        this.other = other;
        getChildren().addAll(oneName, one, otherName, other);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return one.minWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? one.minWidth(-1) : width;
        double single = name() + one.prefHeight(each(wide));
        return isBeside(wide) ? single : 2 * single + GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double name() {
        return Math.ceil(oneName.prefHeight(-1));
    }

    private boolean isBeside(double width) {
        return width >= 2 * one.minWidth(-1) + GAP;
    }

    private double each(double width) {
        return isBeside(width) ? Math.floor((width - GAP) / 2) : width;
    }

    @Override
    protected void layoutChildren() {
        double each = each(getWidth());
        double high = one.prefHeight(each);
        place(oneName, one, 0, 0, each, high);
        if (isBeside(getWidth())) {
            place(otherName, other, each + GAP, 0, each, high);
        } else {
            place(otherName, other, 0, name() + high + GAP, each, high);
        }
    }

    private void place(Label name, HeatMap map, double x, double y, double width, double height) {
        name.resizeRelocate(x, y, width, name());
        map.resizeRelocate(x, y + name(), width, height);
    }
}
