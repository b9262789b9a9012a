package unroll.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import unroll.ui.diagram.Arrow.Look;
import unroll.ui.diagram.Box.Role;

/** A figure while it is made. Where there is no room for words it leaves them out. */
final class Sketch {
    private final Detail detail;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    Sketch(Detail detail) {
        this.detail = detail;
    }

    Box box(Role role, Point middle, double width, double height, Term... lines) {
        Box box = new Box(role, middle, width, height, detail == Detail.FULL ? List.of(lines) : List.of());
        boxes.add(box);
        return box;
    }

    void arrow(Box from, Box to, Look look, Point... path) {
        arrows.add(new Arrow(from, to, look, List.of(path)));
    }

    void label(Term term, double x, double y) {
        if (detail == Detail.FULL) {
            labels.add(new Label(term, new Point(x, y)));
        }
    }

    /** What was made so far. */
    Diagram finish() {
        return new Diagram(List.copyOf(boxes), List.copyOf(arrows), List.copyOf(labels));
    }
}
