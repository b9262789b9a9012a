package unroll.ui.lens.flow;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import unroll.ui.chart.Palette;

/** Something drawn that follows size, zoom and theme. */
abstract class Sheet extends Region {
    private final Canvas canvas = new Canvas();
    /** Takes the window's font, whose size everything follows. */
    private final Label ruler = new Label();

    private Palette palette = Palette.LIGHT;

    Sheet(String id, ObservableValue<Palette> colours) {
        setId(id);
        getStyleClass().add("sheet");
        ruler.setVisible(false);
        getChildren().addAll(canvas, ruler);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        ruler.fontProperty().subscribe(font -> requestLayout());
        colours.subscribe(now -> {
            palette = now;
            requestLayout();
        });
    }

    /** Draws on an empty canvas of this region's size, whose font is set. */
    abstract void draw(GraphicsContext g);

    final double em() {
        return ruler.getFont().getSize();
    }

    final Palette palette() {
        return palette;
    }

    final void redraw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFont(ruler.getFont());
        g.setFill(palette.text());
        if (getWidth() > 0 && getHeight() > 0) {
            draw(g);
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        redraw();
    }
}
