package unroll.ui.diagram;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/**
 * The figure of a kind of network: its folded form and its unfolded one, side by side, or one above the other where there
 * is too little width for letters that can be read. As wide as it is given, as high as that makes it.
 */
public final class NetworkFigure extends Region {
    /** Between the two forms, in units of the text's height. */
    private static final double BETWEEN = 3;

    private static final double MAX_ENLARGED = 1.7;
    private static final double MIN_READABLE = 0.85;

    /** Tells the text's height. */
    private final Label ruler = new Label();

    private Diagram folded = new Diagram(List.of(), List.of(), List.of());
    private Diagram unfolded = folded;
    private Group foldedShapes = new Group();
    private Group unfoldedShapes = new Group();

    /** What is laid out: pixels of a unit, and whether the forms lie side by side. */
    private record Arrangement(double unit, Orientation row) {}

    public NetworkFigure() {
        setId("network-figure");
        getStyleClass().add("network-figure");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        ruler.setManaged(false);
        ruler.setVisible(false);
        ruler.fontProperty().subscribe(font -> requestLayout());
    }

    /** Draws a kind. */
    public void show(DiagramType kind, LayerBoxes stack) {
        folded = FoldedDiagram.of(kind, stack);
        unfolded = UnfoldedDiagram.of(kind, stack, Detail.FULL);
        DiagramRenderer renderer = new DiagramRenderer(DiagramRenderer.Pen.FINE);
        foldedShapes = renderer.draw(folded);
        unfoldedShapes = renderer.draw(unfolded);
        foldedShapes.setManaged(false);
        unfoldedShapes.setManaged(false);
        getChildren().setAll(ruler, foldedShapes, unfoldedShapes);
        setAccessibleText(String.format(
                Locale.ROOT,
                "%s, folded and unfolded; cell %s, layers %d. %s",
                kind.title(),
                stack.cell(),
                stack.layers(),
                kind.words()));
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Arrangement arranged = arrangement(width < 0 ? getWidth() : width);
        double height = arranged.row() == Orientation.HORIZONTAL
                ? bottom() - top()
                : height(folded) + BETWEEN / 2 + height(unfolded);
        return Math.ceil(arranged.unit() * height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Arrangement arranged = arrangement(getWidth());
        double unit = arranged.unit();
        if (arranged.row() == Orientation.HORIZONTAL) {
            double left = Math.max(0, (getWidth() - unit * besides()) / 2);
            place(foldedShapes, unit, left - unit * folded.left(), -unit * top());
            place(unfoldedShapes, unit, left + unit * (folded.width() + BETWEEN - unfolded.left()), -unit * top());
        } else {
            place(foldedShapes, unit, -unit * folded.left(), -unit * folded.top());
            place(
                    unfoldedShapes,
                    unit,
                    -unit * unfolded.left(),
                    unit * (height(folded) + BETWEEN / 2 - unfolded.top()));
        }
    }

    private static void place(Group shapes, double unit, double x, double y) {
        double scale = unit / DiagramRenderer.UNIT;
        shapes.getTransforms().setAll(new Translate(x, y), new Scale(scale, scale));
    }

    private Arrangement arrangement(double width) {
        double em = ruler.getFont().getSize();
        double beside = Math.min(MAX_ENLARGED * em, width / besides());
        if (beside >= MIN_READABLE * em) {
            return new Arrangement(beside, Orientation.HORIZONTAL);
        }
        double above = width / Math.max(folded.width(), unfolded.width());
        return new Arrangement(Math.min(MAX_ENLARGED * em, above), Orientation.VERTICAL);
    }

    private double besides() {
        return folded.width() + BETWEEN + unfolded.width();
    }

    private double top() {
        return Math.min(folded.top(), unfolded.top());
    }

    private double bottom() {
        return Math.max(folded.bottom(), unfolded.bottom());
    }

    private static double height(Diagram diagram) {
        return diagram.bottom() - diagram.top();
    }
}
