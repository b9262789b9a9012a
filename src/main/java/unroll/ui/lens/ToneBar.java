package unroll.ui.lens;

import javafx.scene.canvas.GraphicsContext;
import unroll.plot.Ink;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.ui.control.CanvasPane;

/** What the colors mean: a bar from one end of the scale to the other, with the numbers or words below it. */
public final class ToneBar extends CanvasPane {
    private static final int SLICES = 64;
    private static final double HEIGHT_EM = 2.2;
    private static final double BAR_EM = 0.7;

    private final Shading.ShadingScale scale;
    private String low = "";
    private String middle = "";
    private String high = "";

    public ToneBar(Shading.ShadingScale scale) {
        this.scale = scale;
        setHeightEm(HEIGHT_EM);
    }

    /** Of how surprising characters are: see {@link Shading#ofSurprise}. */
    public static ToneBar ofSurprise() {
        return new ToneBar(Shading.ShadingScale.SEQUENTIAL).name("certain", "1 chance in 8", "1 in 64 or less");
    }

    /** Names the ends and what is between them. */
    public ToneBar name(String lowEnd, String between, String highEnd) {
        low = lowEnd;
        middle = between;
        high = highEnd;
        setAccessibleText("Colors: %s, %s, %s".formatted(lowEnd, between, highEnd));
        redraw();
        return this;
    }

    @Override
    protected void draw(GraphicsContext g) {
        Surface surface = surface(g);
        double slice = getWidth() / SLICES;
        for (int i = 0; i < SLICES; i++) {
            double share = i / (SLICES - 1.0);
            int color = scale.rgb(palette(), scale == Shading.ShadingScale.DIVERGING ? 2 * share - 1 : share);
            surface.fill(i * slice, 0, i * slice + Math.ceil(slice), BAR_EM * em(), color);
        }
        surface.frame(0.5, 0.5, getWidth() - 0.5, BAR_EM * em() - 0.5, Surface.Pen.thin(Ink.GRID));
        double y = (BAR_EM + 0.8) * em();
        surface.text(low, 0, y, Align.LEFT);
        surface.text(middle, getWidth() / 2, y, Align.CENTER);
        surface.text(high, getWidth(), y, Align.RIGHT);
    }
}
