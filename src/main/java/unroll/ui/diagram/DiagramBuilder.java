package unroll.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import unroll.ui.diagram.Arrow.Style;
import unroll.ui.diagram.DiagramBox.Role;

/** A figure while it is made. Where there is no room for words it leaves them out. */
final class DiagramBuilder {
    private final Detail detail;
    private final List<DiagramBox> boxes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<Diagram.Label> labels = new ArrayList<>();

    DiagramBuilder(Detail detail) {
        this.detail = detail;
    }

    DiagramBox box(Role role, DiagramPoint middle, double width, double height, DiagramTerm... lines) {
        DiagramBox box =
                new DiagramBox(role, middle, width, height, detail == Detail.FULL ? List.of(lines) : List.of());
        boxes.add(box);
        return box;
    }

    void arrow(DiagramBox from, DiagramBox to, Style style, DiagramPoint... path) {
        arrows.add(new Arrow(from, to, style, List.of(path)));
    }

    void label(DiagramTerm term, double x, double y) {
        if (detail == Detail.FULL) {
            labels.add(new Diagram.Label(term, new DiagramPoint(x, y)));
        }
    }

    /** What was made so far. */
    Diagram finish() {
        return new Diagram(List.copyOf(boxes), List.copyOf(arrows), List.copyOf(labels));
    }
}
