package unroll.ui;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import unroll.ui.control.Scrolling;

/**
 * Three columns whose outer ones keep to sensible widths. The user may move the borders; a new window size or zoom puts
 * them back.
 */
final class Columns extends SplitPane {
    private static final double LEFT_EM = 22.5;
    private static final double LEFT_SHARE = 0.14;
    private static final double LEFT_MOST_EM = 30;
    private static final double RIGHT_EM = 24;
    private static final double RIGHT_SHARE = 0.27;
    private static final double RIGHT_MOST_EM = 62;
    private static final double CENTRE_LEAST_EM = 24;

    private double pixels = 14;
    private double arrangedFor = -1;

    Columns(Region left, Region centre, Region right) {
        super(left, centre, right);
        setId("columns");
        left.setMinWidth(0);
        right.setMinWidth(0);
    }

    /** Gives content the room there is, and scroll bars where that is too little. */
    static ScrollPane scrolling(Region content) {
        ScrollPane scroll = Scrolling.changing(new ScrollPane(content));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    void em(double pixels) {
        setMinWidth((LEFT_EM + CENTRE_LEAST_EM + RIGHT_EM) * pixels);
        arrangedFor = -1;
        this.pixels = pixels;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() > 0 && getWidth() != arrangedFor) {
            arrangedFor = getWidth();
            double left = width(LEFT_EM, LEFT_SHARE, LEFT_MOST_EM);
            double right = width(RIGHT_EM, RIGHT_SHARE, RIGHT_MOST_EM);
            setDividerPositions(left / getWidth(), 1 - right / getWidth());
        }
        super.layoutChildren();
    }

    private double width(double leastEm, double share, double mostEm) {
        return Math.max(leastEm * pixels, Math.min(mostEm * pixels, share * getWidth()));
    }
}
