package unroll.ui.diagram;

/** A place in a figure, in units of the text's height; y grows downwards. */
record DiagramPoint(double x, double y) {
    DiagramPoint moved(double right, double down) {
        return new DiagramPoint(x + right, y + down);
    }
}
