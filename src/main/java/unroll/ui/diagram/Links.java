package unroll.ui.diagram;

import java.util.Objects;
import javafx.geometry.Point2D;
import unroll.ui.diagram.Diagram.Arrow.Style;
import unroll.ui.diagram.Diagram.Box;
import unroll.ui.diagram.Diagram.Box.Role;
import unroll.ui.diagram.LayerStackLayout.Row;
import unroll.ui.diagram.LayerStackLayout.Row.Flow;

/** Makes the arrows from step to step. */
final class Links {
    /** Where the two arrows of an LSTM leave their box, from its middle. */
    private static final double MEMORY_APART = 0.6;

    private static final double LABEL_BELOW = 0.75;
    private static final double BEFORE_BOX = 0.75;

    private final DiagramBuilder sketch;
    private final LayerStackLayout layout;

    Links(DiagramBuilder sketch, LayerStackLayout layout) {
        this.sketch = sketch;
        this.layout = layout;
    }

    /** States go from each column to the next one, or the other way where a row reads backwards. */
    void carry(StepColumns.Column left, StepColumns.Column right) {
        link(left, right, Style.PLAIN);
    }

    /** The encoder's last state becomes the decoder's first one. */
    void handOver(StepColumns.Column encoder, StepColumns.Column decoder) {
        link(encoder, decoder, Style.HANDED_OVER);
    }

    private void link(StepColumns.Column left, StepColumns.Column right, Style style) {
        for (Row row : layout.rows()) {
            Box here = left.states().get(row);
            Box there = right.states().get(row);
            if (here != null && there != null) {
                lines(here, there, row, style);
                if (here.role() != Role.DOTS && there.role() != Role.DOTS) {
                    name(row, here, there);
                }
            }
        }
    }

    private void lines(Box left, Box right, Row row, Style style) {
        if (layout.hasMemory()) {
            line(left, right, row, style, -MEMORY_APART);
            line(left, right, row, style, MEMORY_APART);
        } else {
            line(left, right, row, style, 0);
        }
    }

    private void line(Box left, Box right, Row row, Style style, double down) {
        if (row.flow() == Flow.BACKWARD) {
            sketch.arrow(right, left, style, right.onLeft(down), left.onRight(down));
        } else {
            sketch.arrow(left, right, style, left.onRight(down), right.onLeft(down));
        }
    }

    private void name(Row row, Box left, Box right) {
        double inwards = layout.detail().across() / 2 + 0.25;
        double x = switch (row.flow()) {
            case ONLY -> left.right() + inwards;
            case FORWARD -> right.left() - inwards;
            case BACKWARD -> left.right() + inwards;
        };
        double down = LABEL_BELOW + (layout.hasMemory() ? MEMORY_APART : 0);
        sketch.label(row.weight("aa"), x, row.y() + down);
    }

    /** What was written is read: from an output down to the first layer of a step. */
    void feedBack(StepColumns.Column from, StepColumns.Column to, DiagramTerm read) {
        Box output = Objects.requireNonNull(from.output());
        Box state = Objects.requireNonNull(to.states().get(layout.first()));
        double x = state.left() - BEFORE_BOX;
        double low = layout.turnY();
        sketch.arrow(
                output,
                state,
                Style.FED_BACK,
                output.onRight(0),
                new Point2D(x, output.middle().getY()),
                new Point2D(x, low),
                new Point2D(to.x(), low),
                state.bottomMiddle());
        sketch.label(read, to.x(), low + 0.9);
        DiagramTerm weight = layout.first().weight("ax");
        sketch.label(weight, to.x() + 0.3 + weight.width() / 2, (low + state.bottom()) / 2 + 0.1);
    }

    /** What was written is read, in steps that are not drawn. */
    void feedBackUnseen(StepColumns.Column from, StepColumns.Column dots) {
        Box output = Objects.requireNonNull(from.output());
        Box unseen = Objects.requireNonNull(dots.output());
        sketch.arrow(output, unseen, Style.FED_BACK, output.onRight(0), unseen.onLeft(0));
    }
}
