package unroll.ui.diagram;

/** A place in a figure, in units of the text's height; y grows downwards. */
record Point(double x, double y) {
    Point moved(double right, double down) {
        return new Point(x + right, y + down);
    }
}
