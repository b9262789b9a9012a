package unroll.ui.lens;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** What the colors mean: a bar from one end of the scale to the other, with the numbers or words below it. */
public final class ToneBar extends HeatStrip {
    private static final int SLICES = 64;
    private static final double HEIGHT = 2.1;
    private static final double BAR = 0.7;

    private final Shading.Scale scale;
    private String low = "";
    private String middle = "";
    private String high = "";

    public ToneBar(Shading.Scale scale) {
        super("tone-bar", HEIGHT);
        this.scale = scale;
    }

    /** Names the ends and what is between them. */
    public void name(String lowEnd, String between, String highEnd) {
        low = lowEnd;
        middle = between;
        high = highEnd;
        setAccessibleText("Colors: %s, %s, %s".formatted(lowEnd, between, highEnd));
        redraw();
    }

    @Override
    protected void draw(GraphicsContext g) {
        double slice = getWidth() / SLICES;
        for (int i = 0; i < SLICES; i++) {
            double share = i / (SLICES - 1.0);
            g.setFill(tones().of(scale, scale == Shading.Scale.DIVERGING ? 2 * share - 1 : share));
            g.fillRect(i * slice, 0, Math.ceil(slice), BAR * em());
        }
        g.setStroke(pale(0.4));
        g.strokeRect(0.5, 0.5, getWidth() - 1, BAR * em() - 1);
        g.setFont(Font.font(font().getFamily(), 0.85 * em()));
        g.setFill(ink());
        g.setTextBaseline(VPos.TOP);
        double y = (BAR + 0.2) * em();
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(low, 0, y);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(middle, getWidth() / 2, y);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(high, getWidth(), y);
    }
}
