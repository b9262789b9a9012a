package unroll.ui.lens;

import javafx.scene.canvas.GraphicsContext;
import unroll.plot.Ink;
import unroll.plot.Surface;
import unroll.ui.control.CanvasPane;

/** Numbers as bars from one place: a share to the right, what is below 0 to the left of the middle. */
public final class SignedBar extends CanvasPane {
    private static final double HEIGHT_EM = 1.1;

    private final double[] values;
    private final Shading.ShadingScale scale;

    /**
     * @param scale sequential: 0 to 1 from the left; diverging: −1 to 1 from the middle
     * @param values one bar each, one below the other; of several the last one counts, so the others are pale
     */
    public SignedBar(Shading.ShadingScale scale, double... values) {
        this.scale = scale;
        this.values = values.clone();
        setHeightEm(HEIGHT_EM);
    }

    @Override
    protected void draw(GraphicsContext g) {
        Surface surface = surface(g);
        double each = getHeight() / values.length;
        boolean diverging = scale == Shading.ShadingScale.DIVERGING;
        double zero = diverging ? getWidth() / 2 : 0;
        surface.area(0, 0, getWidth(), getHeight(), Ink.TEXT, 0.08);
        for (int i = 0; i < values.length; i++) {
            double length = Math.max(-1, Math.min(1, values[i])) * (getWidth() - zero);
            double left = Math.min(zero, zero + length);
            double right = left + Math.max(1, Math.abs(length));
            if (diverging || i == values.length - 1) {
                int color = scale.rgb(palette(), diverging ? Math.signum(values[i]) : 1);
                surface.fill(left, i * each + 1, right, (i + 1) * each - 1, color);
            } else {
                surface.area(left, i * each + 1, right, (i + 1) * each - 1, Ink.TEXT, 0.35);
            }
        }
    }
}
