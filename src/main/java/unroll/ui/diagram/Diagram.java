package unroll.ui.diagram;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import unroll.ui.diagram.DiagramBox.Role;

/** A figure as data: what to draw, not how. The middles of inputs lie at y = 0. */
record Diagram(List<DiagramBox> boxes, List<Arrow> arrows, List<Label> labels) {
    /** Around everything, for lines and letters that reach a little beyond their places. */
    private static final double MARGIN = 0.3;

    Stream<DiagramBox> boxes(Role role) {
        return boxes.stream().filter(box -> box.role() == role);
    }

    double left() {
        return least(DiagramPoint::x) - MARGIN;
    }

    double right() {
        return MARGIN - least(point -> -point.x());
    }

    double top() {
        return least(DiagramPoint::y) - MARGIN;
    }

    double bottom() {
        return MARGIN - least(point -> -point.y());
    }

    double width() {
        return right() - left();
    }

    private double least(ToDoubleFunction<DiagramPoint> coordinate) {
        return corners().mapToDouble(coordinate).min().orElse(0);
    }

    private Stream<DiagramPoint> corners() {
        Stream<DiagramPoint> ofBoxes = boxes.stream()
                .flatMap(box -> Stream.of(
                        new DiagramPoint(box.left(), box.top()), new DiagramPoint(box.right(), box.bottom())));
        Stream<DiagramPoint> ofLabels = labels.stream()
                .flatMap(label -> Stream.of(
                        new DiagramPoint(label.left(), label.top()), new DiagramPoint(label.right(), label.bottom())));
        Stream<DiagramPoint> ofArrows = arrows.stream().flatMap(arrow -> arrow.path().stream());
        return Stream.of(ofBoxes, ofLabels, ofArrows).flatMap(points -> points);
    }

    /** Something written beside boxes and arrows; its middle is its place. */
    record Label(DiagramTerm term, DiagramPoint middle) {
        double left() {
            return middle.x() - term.width() / 2;
        }

        double right() {
            return middle.x() + term.width() / 2;
        }

        double top() {
            return middle.y() - term.height() / 2;
        }

        double bottom() {
            return middle.y() + term.height() / 2;
        }
    }
}
