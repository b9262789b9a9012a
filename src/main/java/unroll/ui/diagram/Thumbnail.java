package unroll.ui.diagram;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import unroll.ui.diagram.Diagram.DiagramBox;
import unroll.ui.diagram.Diagram.DiagramBox.Role;
import unroll.ui.diagram.DiagramRenderer.Pen;

/** A small figure without words that grows with the text. */
public final class Thumbnail extends Region {
    private static final LayerBoxes ONE_LAYER = new LayerBoxes("elman", 1);
    private static final double WIDTH = 4.9;
    private static final double HEIGHT = 3.3;
    private static final double MARK = 1.1;

    private final Diagram diagram;
    private final Group shapes;
    private final double width;
    private final double height;
    /** Tells the text's height. */
    private final Label ruler = new Label();

    private Thumbnail(Diagram diagram, Pen pen, double width, double height) {
        this.diagram = diagram;
        this.width = width;
        this.height = height;
        shapes = new DiagramRenderer(pen).draw(diagram);
        shapes.setManaged(false);
        ruler.setManaged(false);
        ruler.setVisible(false);
        ruler.fontProperty().subscribe(font -> requestLayout());
        getChildren().addAll(ruler, shapes);
        setMouseTransparent(true);
    }

    /** The unfolded form of a kind. */
    public static Thumbnail of(DiagramType kind) {
        LayerBoxes stack = kind == DiagramType.DEEP ? new LayerBoxes("elman", DiagramType.DEFAULT_DEPTH) : ONE_LAYER;
        return new Thumbnail(UnfoldedDiagram.of(kind, stack, Detail.SMALL), Pen.BROAD, WIDTH, HEIGHT);
    }

    /** A single box, as tall as a letter. */
    static Thumbnail of(Role role) {
        double side = role == Role.DELAY ? 0.7 : 2;
        DiagramBox box =
                new DiagramBox(role, new Point2D(0, 0), role == Role.STATE ? 1.4 * side : side, side, List.of());
        return new Thumbnail(new Diagram(List.of(box), List.of(), List.of()), new Pen(0.2, 0), 1.4 * MARK, MARK);
    }

    @Override
    protected double computePrefWidth(double given) {
        return Math.ceil(width * em());
    }

    @Override
    protected double computePrefHeight(double given) {
        return Math.ceil(height * em());
    }

    @Override
    protected double computeMinHeight(double given) {
        return computePrefHeight(given);
    }

    private double em() {
        return ruler.getFont().getSize();
    }

    @Override
    protected void layoutChildren() {
        double tall = diagram.bottom() - diagram.top() + 0.4;
        double wide = diagram.width() + 0.4;
        double unit = Math.min(Math.min(getWidth() / wide, getHeight() / tall), MARK / 2 * em());
        double x = getWidth() / 2 - unit * (diagram.left() + diagram.right()) / 2;
        double y = getHeight() / 2 - unit * (diagram.top() + diagram.bottom()) / 2;
        double scale = unit / DiagramRenderer.UNIT;
        shapes.getTransforms().setAll(new Translate(x, y), new Scale(scale, scale));
    }
}
