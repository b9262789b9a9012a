package unroll.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import unroll.ui.projector.PresentationLayout;

/**
 * Three columns whose outer ones keep to sensible widths. The user may move the borders; a new window size or zoom puts
 * them back. The projector hides some, and afterwards the borders are where they were.
 */
final class ThreeColumns extends SplitPane {
    private static final double LEFT_MIN_EM = 21;
    private static final double LEFT_EM = 22.5;
    private static final double LEFT_SHARE = 0.14;
    private static final double LEFT_MAX_EM = 30;
    private static final double RIGHT_MIN_EM = 19.5;
    private static final double RIGHT_EM = 24;
    private static final double RIGHT_SHARE = 0.27;
    private static final double RIGHT_MAX_EM = 62;
    private static final double CENTER_EM = 24;
    private static final double COMFORT_EM = LEFT_EM + CENTER_EM + RIGHT_EM;
    /** Where the columns give way no more: a zoom of 150 % on the smallest screen. */
    private static final double MIN_EM = 60;
    /** Of the samples beside a page, in front of a class. */
    private static final double SAMPLES_SHARE = 0.42;

    /** Below it the page in the center would be a strip. */
    private static final double THREE_COLUMNS_EM = 76;

    private double pixels = 14;
    private PresentationLayout layout = PresentationLayout.OFF;
    private final BooleanProperty leftShown = new SimpleBooleanProperty(true);
    private boolean narrow;
    private boolean foldedForRoom;
    private @Nullable Constraints arranged;
    private @Nullable Constraints ownPlace;
    private double[] ownBorders = {};

    /** What the borders depend on. */
    private record Constraints(double width, double pixels, PresentationLayout layout, boolean leftShown) {}

    ThreeColumns(Region left, Region center, Region right) {
        super(left, center, right);
        setId("columns");
        left.setMinWidth(0);
        right.setMinWidth(0);
        leftShown.subscribe((was, is) -> {
            showColumns();
            arrangeAnew();
        });
        widthProperty().subscribe(width -> adapt());
    }

    /** In a window with too little room for three columns the left one is folded away, once; the user may bring it back. */
    private void adapt() {
        boolean now = getWidth() > 0 && getWidth() < THREE_COLUMNS_EM * pixels && !layout.isSpotlight();
        if (now != narrow) {
            narrow = now;
            if (now) {
                foldedForRoom = leftShown.get();
                leftShown.set(false);
            } else if (foldedForRoom) {
                leftShown.set(true);
            }
        }
    }

    /** Whether the left column is there, or folded away so that the page has its room. */
    BooleanProperty leftShownProperty() {
        return leftShown;
    }

    private void showColumns() {
        getItems()
                .get(0)
                .setVisible(layout.showsSettings() && (leftShown.get() || layout == PresentationLayout.LESSON));
        getItems().get(1).setVisible(layout.showsPage());
        getItems().get(2).setVisible(layout.showsSamples());
    }

    void setEm(double pixels) {
        this.pixels = pixels;
        adapt();
        arrangeAnew();
    }

    /** Shows the columns that a layout shows. */
    void show(PresentationLayout now) {
        if (layout == PresentationLayout.OFF && now != PresentationLayout.OFF) {
            ownPlace = arranged;
            ownBorders = getDividerPositions();
        }
        layout = now;
        showColumns();
        arrangeAnew();
    }

    private void arrangeAnew() {
        double settings = leftShown.get() ? 0 : LEFT_MIN_EM;
        setMinWidth(layout.isSpotlight() ? 0 : (MIN_EM - settings) * pixels);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Constraints place = new Constraints(getWidth(), pixels, layout, leftShown.get());
        if (getWidth() > 0 && !place.equals(arranged)) {
            arranged = place;
            double[] borders = place.equals(ownPlace) ? ownBorders : borders();
            ownPlace = place.equals(ownPlace) ? null : ownPlace;
            // The first layout at a new width shares out what was gained, the next one leaves the borders alone.
            setDividerPositions(borders);
            super.layoutChildren();
            setDividerPositions(borders);
        }
        super.layoutChildren();
    }

    private double[] borders() {
        return switch (layout) {
            case OFF, WHOLE -> {
                double left = width(eased(LEFT_MIN_EM, LEFT_EM), LEFT_SHARE, LEFT_MAX_EM);
                double right = width(eased(RIGHT_MIN_EM, RIGHT_EM), RIGHT_SHARE, RIGHT_MAX_EM);
                yield new double[] {leftShown.get() ? left / getWidth() : 0, 1 - right / getWidth()};
            }
            case PAGE -> new double[] {0, 1};
            case PAGE_AND_SAMPLES -> new double[] {0, 1 - SAMPLES_SHARE};
            case SAMPLES -> new double[] {0, 0};
            case LESSON -> new double[] {1, 1};
        };
    }

    private double width(double minEm, double share, double maxEm) {
        return Math.max(minEm * pixels, Math.min(maxEm * pixels, share * getWidth()));
    }

    /** Between the least that will do and the usual, by the room there is. */
    private double eased(double minEm, double defaultEm) {
        double share = (getWidth() / pixels - MIN_EM) / (COMFORT_EM - MIN_EM);
        return minEm + Math.max(0, Math.min(1, share)) * (defaultEm - minEm);
    }
}
