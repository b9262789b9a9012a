package unroll.ui.answers;

import javafx.scene.layout.Region;

/** A share of a whole, as a bar. */
final class ShareBar extends Region {
    private final Region filled = new Region();
    private double share;

    ShareBar() {
        getStyleClass().add("share-bar");
        filled.getStyleClass().add("share-bar-filled");
        filled.setManaged(false);
        getChildren().add(filled);
    }

    /** @param value from 0 to 1 */
    void setShare(double value) {
        share = value;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        filled.resizeRelocate(0, 0, share * getWidth(), getHeight());
    }
}
