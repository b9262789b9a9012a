package unroll.ui.compare;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import unroll.cell.Cells;

/** How a cell is marked: shape as well as colour, so that neither is needed to read the chart. */
enum Mark {
    CIRCLE(Color.web("#0b62b0"), Color.web("#5fb2f2")),
    SQUARE(Color.web("#b84a00"), Color.web("#ff9f4a")),
    TRIANGLE(Color.web("#00795a"), Color.web("#3fc79a")),
    DIAMOND(Color.web("#8c3b8c"), Color.web("#e29ae0")),
    /** Of cells this program does not know. */
    CROSS(Color.web("#57606a"), Color.web("#9aa4af"));

    private static final double FILL = 0.55;

    private final Color onLight;
    private final Color onDark;

    Mark(Color onLight, Color onDark) {
        this.onLight = onLight;
        this.onDark = onDark;
    }

    /** The same for a cell in every chart. */
    static Mark of(String cell) {
        String name = cell.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < Math.min(Cells.all().size(), CROSS.ordinal()); i++) {
            if (Cells.all().get(i).name().equals(name)) {
                return values()[i];
            }
        }
        return CROSS;
    }

    Color colour(Ground ground) {
        return ground == Ground.DARK ? onDark : onLight;
    }

    /** @param size half of its width, in pixels */
    void draw(GraphicsContext g, Ground ground, double x, double y, double size) {
        Color colour = colour(ground);
        g.setStroke(colour);
        g.setFill(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), FILL));
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
