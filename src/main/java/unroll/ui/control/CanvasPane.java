package unroll.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import unroll.plot.Ink;
import unroll.plot.Palette;

/** A canvas as large as it is laid out, in the theme's colors and the text's size. */
public abstract class CanvasPane extends Region {
    private final Canvas canvas = new Canvas();
    /** Says how text looks here; itself it has none. */
    private final Label ruler = new Label();
    /** Its height at least and at best; 0 where its place decides. */
    private double heightEm;

    protected CanvasPane() {
        ruler.setManaged(false);
        ruler.setMouseTransparent(true);
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, ruler);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        ruler.fontProperty().subscribe(font -> requestLayout());
        ruler.textFillProperty().subscribe(fill -> requestLayout());
    }

    /** Draws everything; the canvas is clean, its font and color the text's. */
    protected abstract void draw(GraphicsContext g);

    /** Draws at once, which spares the window a layout. */
    protected final void redraw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (getWidth() > 0 && getHeight() > 0) {
            g.setFont(font());
            g.setFill(ink());
            draw(g);
        }
    }

    /** The canvas as charts are drawn on it. */
    protected final CanvasSurface surface(GraphicsContext g) {
        return new CanvasSurface(g, getWidth(), getHeight(), font(), palette());
    }

    /** Makes it so high, in multiples of the text's size. */
    protected final void setHeightEm(double em) {
        if (em != heightEm) {
            heightEm = em;
            requestLayout();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return heightEm > 0 ? heightEm * em() : super.computePrefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return heightEm > 0 ? heightEm * em() : super.computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        redraw();
    }

    /** The text's size, in pixels. */
    public final double em() {
        return font().getSize();
    }

    protected final Font font() {
        return ruler.getFont();
    }

    protected final Color ink() {
        return ruler.getTextFill() instanceof Color color ? color : Color.BLACK;
    }

    /** The colors that go with the theme. */
    public final Palette palette() {
        return Palette.with(rgb(ink()));
    }

    /** {@code 0xRRGGBB}. */
    private static int rgb(Color color) {
        return channel(color.getRed()) << 16 | channel(color.getGreen()) << 8 | channel(color.getBlue());
    }

    protected final Color color(Ink ink) {
        return CanvasSurface.color(palette().rgb(ink));
    }

    private static int channel(double share) {
        return (int) Math.round(255 * share);
    }
}
