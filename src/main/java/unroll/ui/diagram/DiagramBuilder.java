package unroll.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import unroll.ui.diagram.Diagram.Arrow;
import unroll.ui.diagram.Diagram.Arrow.ArrowStyle;
import unroll.ui.diagram.Diagram.DiagramBox;
import unroll.ui.diagram.Diagram.DiagramBox.Role;

/** A figure while it is made. Where there is no room for words it leaves them out. */
final class DiagramBuilder {
    private final Detail detail;
    private final List<DiagramBox> boxes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<Diagram.DiagramLabel> labels = new ArrayList<>();

    DiagramBuilder(Detail detail) {
        this.detail = detail;
    }

    DiagramBox box(Role role, Point2D middle, double width, double height, DiagramTerm... lines) {
        DiagramBox box =
                new DiagramBox(role, middle, width, height, detail == Detail.FULL ? List.of(lines) : List.of());
        boxes.add(box);
        return box;
    }

    void arrow(DiagramBox from, DiagramBox to, ArrowStyle style, Point2D... path) {
        arrows.add(new Arrow(from, to, style, List.of(path)));
    }

    void label(DiagramTerm term, double x, double y) {
        if (detail == Detail.FULL) {
            labels.add(new Diagram.DiagramLabel(term, new Point2D(x, y)));
        }
    }

    /**
     * The figure under a heading.
     *
     * @param y middle of the heading, which begins at the left edge
     */
    Diagram finish(String heading, double y) {
        DiagramTerm words = DiagramTerm.heading(heading);
        label(words, drawn().left() + words.width() / 2, y);
        return drawn();
    }

    private Diagram drawn() {
        return new Diagram(List.copyOf(boxes), List.copyOf(arrows), List.copyOf(labels));
    }
}
