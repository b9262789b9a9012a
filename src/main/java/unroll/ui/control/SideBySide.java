package unroll.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Two drawings with their titles: side by side where both have their least width, which is also how they share the room, and one
 * above the other where they have not.
 */
public final class SideBySide extends Region {
    private static final double GAP = 12;

    private final Titled first;
    private final Titled second;

    public SideBySide(Titled first, Titled second) {
        this.first = first;
        this.second = second;
        getChildren().addAll(first, second);
    }

    /** A title over something drawn. */
    public static final class Titled extends VBox {
        private final Label heading;

        public Titled(String title, Region drawing) {
            heading = Labels.wrapped(title);
            heading.getStyleClass().add("sheet-title");
            VBox.setVgrow(drawing, Priority.ALWAYS);
            getChildren().addAll(heading, drawing);
        }

        /** Gives it another title. */
        public void setTitle(String title) {
            heading.setText(title);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(first.minWidth(-1), second.minWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? minWidth(-1) : width;
        return isBeside(wide)
                ? Math.max(first.prefHeight(firstWidth(wide)), second.prefHeight(secondWidth(wide)))
                : first.prefHeight(wide) + GAP + second.prefHeight(wide);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private boolean isBeside(double width) {
        return width >= first.minWidth(-1) + GAP + second.minWidth(-1);
    }

    private double firstWidth(double width) {
        return Math.floor((width - GAP) * first.minWidth(-1) / (first.minWidth(-1) + second.minWidth(-1)));
    }

    private double secondWidth(double width) {
        return Math.floor(width - GAP - firstWidth(width));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (isBeside(width)) {
            first.resizeRelocate(0, 0, firstWidth(width), getHeight());
            second.resizeRelocate(firstWidth(width) + GAP, 0, secondWidth(width), getHeight());
        } else {
            double high = first.prefHeight(width);
            first.resizeRelocate(0, 0, width, high);
            second.resizeRelocate(0, high + GAP, width, second.prefHeight(width));
        }
    }
}
