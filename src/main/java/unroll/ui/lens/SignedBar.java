package unroll.ui.lens;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Numbers as bars from one place: a share to the right, what is below 0 to the left of the middle. */
public final class SignedBar extends HeatStrip {
    private static final double HEIGHT = 1.1;

    private final double[] values;
    private final Shading.Scale scale;

    /**
     * @param scale sequential: 0 to 1 from the left; diverging: −1 to 1 from the middle
     * @param values one bar each, one below the other
     */
    public SignedBar(Shading.Scale scale, double... values) {
        super("lens-bar", HEIGHT);
        this.scale = scale;
        this.values = values.clone();
    }

    @Override
    protected void draw(GraphicsContext g) {
        double each = getHeight() / values.length;
        boolean diverging = scale == Shading.Scale.DIVERGING;
        double zero = diverging ? getWidth() / 2 : 0;
        g.setFill(pale(0.08));
        g.fillRect(0, 0, getWidth(), getHeight());
        for (int i = 0; i < values.length; i++) {
            double length = Math.max(-1, Math.min(1, values[i])) * (getWidth() - zero);
            g.setFill(color(i));
            g.fillRect(Math.min(zero, zero + length), i * each + 1, Math.max(1, Math.abs(length)), each - 2);
        }
    }

    /** Of several the last one counts, so the others are pale. */
    private Color color(int i) {
        if (scale == Shading.Scale.DIVERGING) {
            return tones().diverging(Math.signum(values[i]));
        }
        return i == values.length - 1 ? tones().sequential(1) : pale(0.35);
    }
}
