package unroll.ui.lens.step;

import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import unroll.lens.step.FormulaValues;
import unroll.ui.lens.HeatStrip;

/** A vector as a row of colored cells, one a unit; one of them can be chosen by mouse. */
final class VectorStrip extends HeatStrip {
    private static final double HEIGHT = 1.25;

    private final double[] vector;
    private final double scale;
    private final int unit;

    /**
     * @param vector one number a unit; kept, not copied
     * @param scale what has the strongest color
     * @param unit the one that is marked
     * @param chosen gets the unit that is pressed
     */
    VectorStrip(double[] vector, double scale, int unit, IntConsumer chosen) {
        super("strip", HEIGHT);
        this.vector = vector;
        this.scale = scale;
        this.unit = unit;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(String.format(
                Locale.ROOT, "%,d units; unit %,d is %s", vector.length, unit + 1, FormulaValues.number(vector[unit])));
        setOnMousePressed(event -> chosen.accept(
                (int) Math.max(0, Math.min(vector.length - 1, event.getX() / getWidth() * vector.length))));
    }

    @Override
    protected void draw(GraphicsContext g) {
        double cell = getWidth() / vector.length;
        for (int i = 0; i < vector.length; i++) {
            g.setFill(tones().diverging(scale == 0 ? 0 : vector[i] / scale));
            g.fillRect(i * cell, 0, Math.ceil(cell * 10) / 10 + 0.5, getHeight());
        }
        g.setStroke(pale(0.35));
        g.setLineWidth(1);
        g.strokeRect(0.5, 0.5, getWidth() - 1, getHeight() - 1);
        g.setStroke(ink());
        g.setLineWidth(2);
        g.strokeRect(Math.max(1, unit * cell - 1), 1, Math.max(4, cell + 1), getHeight() - 2);
    }
}
