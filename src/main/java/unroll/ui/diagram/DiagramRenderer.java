package unroll.ui.diagram;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import unroll.ui.diagram.Diagram.Arrow;
import unroll.ui.diagram.Diagram.Arrow.ArrowStyle;
import unroll.ui.diagram.Diagram.DiagramBox;
import unroll.ui.diagram.Diagram.DiagramBox.Role;

/** Turns a figure into shapes, which stay sharp at any size and take their colors from the style sheet. */
final class DiagramRenderer {
    /** Pixels of a unit before the shapes are scaled. */
    static final double UNIT = 14;

    private static final double CORNER = 0.45;
    private static final double STATE_ROUNDING = 0.9;
    private static final double LINE_HEIGHT = 1.25;
    private static final double DASH = 0.4;

    private final Pen pen;

    /**
     * How thick lines are.
     *
     * @param line width, in units of the text's height
     * @param head length of an arrow's head, likewise
     */
    record Pen(double line, double head) {
        static final Pen FINE = new Pen(0.095, 0.62);
        static final Pen BROAD = new Pen(0.3, 0.95);
    }

    DiagramRenderer(Pen pen) {
        this.pen = pen;
    }

    Group draw(Diagram diagram) {
        Group group = new Group();
        List<Node> shapes = group.getChildren();
        diagram.arrows().forEach(arrow -> shapes.add(arrow(arrow)));
        diagram.boxes().forEach(box -> shapes.add(box(box)));
        diagram.boxes().forEach(box -> lines(box, shapes));
        diagram.labels().forEach(label -> shapes.add(Typesetter.set(label.term(), UNIT, scaled(label.middle()))));
        return group;
    }

    private static Point2D scaled(Point2D point) {
        return point.multiply(UNIT);
    }

    private Node box(DiagramBox box) {
        if (box.role() == Role.DOTS) {
            return dots(box);
        }
        Rectangle shape = new Rectangle(box.left() * UNIT, box.top() * UNIT, box.width() * UNIT, box.height() * UNIT);
        double arc = switch (box.role()) {
            case INPUT, BOTH_DIRECTIONS -> box.height();
            case STATE, START -> STATE_ROUNDING;
            case OUTPUT, DELAY, DOTS -> 0;
        };
        shape.setArcWidth(arc * UNIT);
        shape.setArcHeight(arc * UNIT);
        shape.setStrokeWidth(pen.line() * UNIT);
        if (box.role() == Role.START) {
            shape.getStrokeDashArray().setAll(DASH * UNIT, DASH * UNIT);
        }
        shape.getStyleClass().addAll("figure-box", style(box.role()));
        return shape;
    }

    private static String style(Enum<?> role) {
        return "figure-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Three dots along the longer side. */
    private Node dots(DiagramBox box) {
        Group group = new Group();
        boolean across = box.width() >= box.height();
        double apart = Math.max(box.width(), box.height()) / 3.2;
        for (int i = -1; i <= 1; i++) {
            Point2D at = scaled(
                    across ? box.middle().add(i * apart, 0) : box.middle().add(0, i * apart));
            Circle dot = new Circle(at.getX(), at.getY(), 1.1 * pen.line() * UNIT);
            dot.getStyleClass().add("figure-head");
            group.getChildren().add(dot);
        }
        return group;
    }

    private static void lines(DiagramBox box, List<Node> shapes) {
        double first = box.middle().getY() - LINE_HEIGHT * (box.lines().size() - 1) / 2;
        for (int i = 0; i < box.lines().size(); i++) {
            Point2D middle = new Point2D(box.middle().getX(), first + i * LINE_HEIGHT);
            shapes.add(Typesetter.set(box.lines().get(i), UNIT, scaled(middle)));
        }
    }

    private Node arrow(Arrow arrow) {
        List<Point2D> path = arrow.path();
        Point2D tip = path.get(path.size() - 1);
        Point2D before = path.get(path.size() - 2);
        double head = arrow.hasHead() ? Math.min(pen.head(), before.distance(tip)) : 0;
        Path line = line(path, toward(tip, before, head * 0.8));
        line.setStrokeWidth(pen.line() * UNIT * (arrow.style() == ArrowStyle.HANDED_OVER ? 2 : 1));
        if (arrow.style() == ArrowStyle.FED_BACK) {
            line.getStrokeDashArray().setAll(DASH * UNIT, DASH * 0.8 * UNIT);
        }
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        line.getStyleClass().addAll("figure-line", style(arrow.style()));
        return arrow.hasHead() ? new Group(line, head(toward(tip, before, head), tip, arrow.style())) : line;
    }

    private static Path line(List<Point2D> corners, Point2D end) {
        Path line = new Path();
        line.setFill(null);
        line.getElements()
                .add(new MoveTo(corners.get(0).getX() * UNIT, corners.get(0).getY() * UNIT));
        for (int i = 1; i < corners.size() - 1; i++) {
            Point2D corner = corners.get(i);
            double before = corner.distance(corners.get(i - 1)) / 2;
            double after = corner.distance(corners.get(i + 1)) / 2;
            double radius = Math.min(CORNER, Math.min(before, after));
            Point2D in = scaled(toward(corner, corners.get(i - 1), radius));
            Point2D out = scaled(toward(corner, corners.get(i + 1), radius));
            line.getElements().add(new LineTo(in.getX(), in.getY()));
            line.getElements().add(new QuadCurveTo(corner.getX() * UNIT, corner.getY() * UNIT, out.getX(), out.getY()));
        }
        line.getElements().add(new LineTo(end.getX() * UNIT, end.getY() * UNIT));
        return line;
    }

    private static Shape head(Point2D base, Point2D tip, ArrowStyle style) {
        double half = 0.36;
        double dx = (tip.getX() - base.getX()) * half;
        double dy = (tip.getY() - base.getY()) * half;
        Polygon head = new Polygon(
                tip.getX() * UNIT,
                tip.getY() * UNIT,
                (base.getX() - dy) * UNIT,
                (base.getY() + dx) * UNIT,
                (base.getX() + dy) * UNIT,
                (base.getY() - dx) * UNIT);
        head.getStyleClass().addAll("figure-head", style(style));
        return head;
    }

    /** The place this far from one point toward another. */
    private static Point2D toward(Point2D from, Point2D to, double far) {
        return from.interpolate(to, far / from.distance(to));
    }
}
