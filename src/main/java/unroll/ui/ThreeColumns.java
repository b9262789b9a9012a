package unroll.ui;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import unroll.ui.projector.PresentationLayout;

/**
 * Three columns whose outer ones keep to sensible widths. The user may move the borders; a new window size or zoom puts
 * them back. The projector hides some, and afterwards the borders are where they were.
 */
final class ThreeColumns extends SplitPane {
    private static final double LEFT_LEAST_EM = 21;
    private static final double LEFT_EM = 22.5;
    private static final double LEFT_SHARE = 0.14;
    private static final double LEFT_MOST_EM = 30;
    private static final double RIGHT_LEAST_EM = 19.5;
    private static final double RIGHT_EM = 24;
    private static final double RIGHT_SHARE = 0.27;
    private static final double RIGHT_MOST_EM = 62;
    private static final double CENTRE_EM = 24;
    private static final double COMFORT_EM = LEFT_EM + CENTRE_EM + RIGHT_EM;
    /** Where the columns give way no more: a zoom of 150 % on the smallest screen. */
    private static final double MIN_EM = 60;
    /** Of the samples beside a page, in front of a class. */
    private static final double SAMPLES_SHARE = 0.42;

    private double pixels = 14;
    private PresentationLayout light = PresentationLayout.OFF;
    private @Nullable Place arranged;
    private @Nullable Place ownPlace;
    private double[] ownBorders = {};

    /** What the borders depend on. */
    private record Place(double width, double pixels, PresentationLayout light) {}

    ThreeColumns(Region left, Region center, Region right) {
        super(left, center, right);
        setId("columns");
        left.setMinWidth(0);
        right.setMinWidth(0);
    }

    void em(double pixels) {
        this.pixels = pixels;
        arrangeAnew();
    }

    /** Shows the columns that a light falls on. */
    void show(PresentationLayout now) {
        if (light == PresentationLayout.OFF && now != PresentationLayout.OFF) {
            ownPlace = arranged;
            ownBorders = getDividerPositions();
        }
        light = now;
        getItems().get(0).setVisible(now.showsSettings());
        getItems().get(1).setVisible(now.showsPage());
        getItems().get(2).setVisible(now.showsSamples());
        arrangeAnew();
    }

    private void arrangeAnew() {
        setMinWidth(light.isSpotlight() ? 0 : MIN_EM * pixels);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Place place = new Place(getWidth(), pixels, light);
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
        return switch (light) {
            case OFF, WHOLE -> {
                double left = width(eased(LEFT_LEAST_EM, LEFT_EM), LEFT_SHARE, LEFT_MOST_EM);
                double right = width(eased(RIGHT_LEAST_EM, RIGHT_EM), RIGHT_SHARE, RIGHT_MOST_EM);
                yield new double[] {left / getWidth(), 1 - right / getWidth()};
            }
            case PAGE -> new double[] {0, 1};
            case PAGE_AND_SAMPLES -> new double[] {0, 1 - SAMPLES_SHARE};
            case SAMPLES -> new double[] {0, 0};
        };
    }

    private double width(double leastEm, double share, double mostEm) {
        return Math.max(leastEm * pixels, Math.min(mostEm * pixels, share * getWidth()));
    }

    /** Between the least that will do and the usual, by the room there is. */
    private double eased(double leastEm, double usualEm) {
        double room = (getWidth() / pixels - MIN_EM) / (COMFORT_EM - MIN_EM);
        return leastEm + Math.max(0, Math.min(1, room)) * (usualEm - leastEm);
    }
}
