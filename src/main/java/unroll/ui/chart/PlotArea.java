package unroll.ui.chart;

/**
 * Where a drawing's values lie on the screen.
 *
 * @param left of the plot, in pixels of the canvas, as all of these
 */
record PlotArea(Axis x, Axis y, double left, double top, double width, double height) {
    /** Room around the plot, in widths of the letter em. */
    private static final double LEFT = 3.6;

    private static final double TOP = 0.9;
    private static final double RIGHT = 1.2;
    private static final double BOTTOM = 2.9;

    static PlotArea of(Drawing drawing, double em, double canvasWidth, double canvasHeight) {
        return new PlotArea(
                drawing.x(),
                drawing.y(),
                LEFT * em,
                TOP * em,
                Math.max(1, canvasWidth - (LEFT + RIGHT) * em),
                Math.max(1, canvasHeight - (TOP + BOTTOM) * em));
    }

    double px(double value) {
        return left + x.at(value) * width;
    }

    double py(double value) {
        return top + (1 - y.at(value)) * height;
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** The value on the foot under a pixel. */
    double valueAt(double px) {
        return x.value(Math.min(1, Math.max(0, (px - left) / width)));
    }
}
