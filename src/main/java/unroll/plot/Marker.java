package unroll.plot;

/** The shape of a point; shapes differ as well as colors, so that neither is needed to read a chart. */
public enum Marker {
    DIAMOND(0, -1, 1, 0, 0, 1, -1, 0),
    /** Empty and larger than the others, so that what lies under it is seen. */
    SQUARE(-1.2, -1.2, 1.2, -1.2, 1.2, 1.2, -1.2, 1.2),
    CIRCLE(circle()),
    TRIANGLE(0, -1, 1.1, 1, -1.1, 1),
    /** Of what is not known. */
    CROSS;

    private static final double FILL = 0.75;
    private static final double OUTLINE = 0.12;

    private final double[] corners;

    /** @param corners x and y in turn, in halves of the width */
    Marker(double... corners) {
        this.corners = corners;
    }

    private static double[] circle() {
        int corners = 24;
        double[] circle = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            circle[2 * i] = Math.cos(2 * Math.PI * i / corners);
            circle[2 * i + 1] = Math.sin(2 * Math.PI * i / corners);
        }
        return circle;
    }

    /** @param half of the width, in pixels */
    void draw(Surface surface, double x, double y, double half, Ink ink) {
        Surface.Pen pen = Surface.Pen.solid(ink, OUTLINE);
        if (this == CROSS) {
            surface.line(x - half, y - half, x + half, y + half, pen);
            surface.line(x - half, y + half, x + half, y - half, pen);
            return;
        }
        int n = corners.length / 2;
        double[] px = new double[n + 1];
        double[] py = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            px[i] = x + half * corners[2 * (i % n)];
            py[i] = y + half * corners[2 * (i % n) + 1];
        }
        if (this != SQUARE) {
            surface.area(px, py, ink, FILL);
        }
        surface.line(px, py, pen);
    }
}
