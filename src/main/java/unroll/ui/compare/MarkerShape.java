package unroll.ui.compare;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import unroll.cell.Cells;
import unroll.ui.chart.Palette;

/** How a cell is marked: shape as well as color, so that neither is needed to read the chart. */
enum MarkerShape {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    /** Of cells this program does not know. */
    CROSS;

    private static final double FILL = 0.55;

    /** The same for a cell in every chart. */
    static MarkerShape of(String cell) {
        String name = cell.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < Math.min(Cells.all().size(), CROSS.ordinal()); i++) {
            if (Cells.all().get(i).name().equals(name)) {
                return values()[i];
            }
        }
        return CROSS;
    }

    Color color(Palette palette) {
        return this == CROSS ? palette.text() : palette.marks().get(ordinal());
    }

    /** @param size half of its width, in pixels */
    void draw(GraphicsContext g, Palette palette, double x, double y, double size) {
        Color color = color(palette);
        g.setStroke(color);
        g.setFill(Color.color(color.getRed(), color.getGreen(), color.getBlue(), FILL));
        g.setLineWidth(Math.max(1, size / 4));
        switch (this) {
            case CIRCLE -> {
                g.fillOval(x - size, y - size, 2 * size, 2 * size);
                g.strokeOval(x - size, y - size, 2 * size, 2 * size);
            }
            case SQUARE -> polygon(g, x, y, 0.9 * size, -1, -1, 1, -1, 1, 1, -1, 1);
            case TRIANGLE -> polygon(g, x, y, 1.15 * size, 0, -1, 1, 0.8, -1, 0.8);
            case DIAMOND -> polygon(g, x, y, 1.2 * size, 0, -1, 1, 0, 0, 1, -1, 0);
            case CROSS -> {
                g.strokeLine(x - size, y - size, x + size, y + size);
                g.strokeLine(x - size, y + size, x + size, y - size);
            }
        }
    }

    /** @param corners x and y in turn, in sizes */
    private static void polygon(GraphicsContext g, double x, double y, double size, double... corners) {
        int n = corners.length / 2;
        double[] px = new double[n];
        double[] py = new double[n];
        for (int i = 0; i < n; i++) {
            px[i] = x + size * corners[2 * i];
            py[i] = y + size * corners[2 * i + 1];
        }
        g.fillPolygon(px, py, n);
        g.strokePolygon(px, py, n);
    }
}
