package unroll.ui.diagram;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import unroll.ui.diagram.Box.Role;

/** A figure as data: what to draw, not how. The middles of inputs lie at y = 0. */
record Diagram(List<Box> boxes, List<Arrow> arrows, List<Label> labels) {
    /** Around everything, for lines and letters that reach a little beyond their places. */
    private static final double MARGIN = 0.3;

    Stream<Box> boxes(Role role) {
        return boxes.stream().filter(box -> box.role() == role);
    }

    double left() {
        return least(Point::x) - MARGIN;
    }

    double right() {
        return MARGIN - least(point -> -point.x());
    }

    double top() {
        return least(Point::y) - MARGIN;
    }

    double bottom() {
        return MARGIN - least(point -> -point.y());
    }

    double width() {
        return right() - left();
    }

    private double least(ToDoubleFunction<Point> coordinate) {
        return corners().mapToDouble(coordinate).min().orElse(0);
    }

    private Stream<Point> corners() {
        Stream<Point> ofBoxes = boxes.stream()
                .flatMap(box -> Stream.of(new Point(box.left(), box.top()), new Point(box.right(), box.bottom())));
        Stream<Point> ofLabels = labels.stream()
                .flatMap(label ->
                        Stream.of(new Point(label.left(), label.top()), new Point(label.right(), label.bottom())));
        Stream<Point> ofArrows = arrows.stream().flatMap(arrow -> arrow.path().stream());
        return Stream.of(ofBoxes, ofLabels, ofArrows).flatMap(points -> points);
    }
}
