package unroll.ui.diagram;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import unroll.ui.diagram.Diagram.DiagramBox;
import unroll.ui.diagram.Diagram.DiagramBox.Role;
import unroll.ui.diagram.DiagramRenderer.Pen;

/** A small figure without words that grows with the text. */
public final class Thumbnail extends Region {
    private static final LayerBoxes ONE_LAYER = new LayerBoxes("elman", 1);
    /** Heights in the style sheet. */
    private static final double HEIGHT = 3.3;

    private static final double MARK = 1.1;

    private final Diagram diagram;
    private final Group shapes;
    private final double heightEm;

    /** @param style sets its size */
    private Thumbnail(Diagram diagram, Pen pen, String style, double heightEm) {
        this.diagram = diagram;
        this.heightEm = heightEm;
        getStyleClass().add(style);
        shapes = new DiagramRenderer(pen).draw(diagram);
        shapes.setManaged(false);
        getChildren().add(shapes);
        setMouseTransparent(true);
    }

    /** The unfolded form of a kind. */
    public static Thumbnail of(DiagramType kind) {
        LayerBoxes stack = kind == DiagramType.DEEP ? new LayerBoxes("elman", DiagramType.DEFAULT_DEPTH) : ONE_LAYER;
        return new Thumbnail(UnfoldedDiagram.of(kind, stack, Detail.SMALL), Pen.BROAD, "thumbnail", HEIGHT);
    }

    /** A single box, as tall as a letter. */
    static Thumbnail of(Role role) {
        double side = role == Role.DELAY ? 0.7 : 2;
        DiagramBox box =
                new DiagramBox(role, new Point2D(0, 0), role == Role.STATE ? 1.4 * side : side, side, List.of());
        return new Thumbnail(new Diagram(List.of(box), List.of(), List.of()), new Pen(0.2, 0), "figure-mark", MARK);
    }

    @Override
    protected void layoutChildren() {
        double tall = diagram.bottom() - diagram.top() + 0.4;
        double wide = diagram.width() + 0.4;
        double unit = Math.min(Math.min(getWidth() / wide, getHeight() / tall), MARK / 2 * getPrefHeight() / heightEm);
        double x = getWidth() / 2 - unit * (diagram.left() + diagram.right()) / 2;
        double y = getHeight() / 2 - unit * (diagram.top() + diagram.bottom()) / 2;
        double scale = unit / DiagramRenderer.UNIT;
        shapes.getTransforms().setAll(new Translate(x, y), new Scale(scale, scale));
    }
}
