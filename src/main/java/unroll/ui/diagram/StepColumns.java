package unroll.ui.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import unroll.ui.diagram.Diagram.Arrow.ArrowStyle;
import unroll.ui.diagram.Diagram.DiagramBox;
import unroll.ui.diagram.Diagram.DiagramBox.Role;
import unroll.ui.diagram.LayerStackLayout.Level;
import unroll.ui.diagram.LayerStackLayout.Row;
import unroll.ui.diagram.LayerStackLayout.Row.Flow;

/** Makes the columns of a figure, and the arrows: within a column from the input up to the output, and from step to step. */
final class StepColumns {
    private static final double BESIDE = 0.3;

    /** Where a label stands between two levels, from the upper one. */
    private static final double LABEL_DOWN = 0.55;

    /** Where the two arrows of an LSTM leave their box, from its middle. */
    private static final double MEMORY_APART = 0.6;

    private static final double LABEL_BELOW = 0.75;
    private static final double BEFORE_BOX = 0.75;

    private final DiagramBuilder sketch;
    private final LayerStackLayout layout;

    StepColumns(DiagramBuilder sketch, LayerStackLayout layout) {
        this.sketch = sketch;
        this.layout = layout;
    }

    /** A step that is drawn. */
    Column step(double x, DiagramStep step) {
        DiagramBox input = end(Role.INPUT, new Point2D(x, 0), step.input());
        DiagramBox output = end(Role.OUTPUT, new Point2D(x, layout.outputY()), step.output());
        Map<Row, DiagramBox> states = new LinkedHashMap<>();
        List<DiagramBox> below = input == null ? List.of() : List.of(input);
        for (Level level : layout.levels()) {
            List<DiagramBox> boxes = boxes(x, level, step, states);
            climb(below, boxes);
            if (level instanceof Level.Layer layer && !below.isEmpty()) {
                layer.rows().forEach(row -> nameInput(row, x, layer.rows().get(0)));
            }
            below = boxes;
        }
        if (output != null) {
            climb(below, List.of(output));
            nameOutput(x, below.get(below.size() - 1));
        }
        return new Column(x, input, states, output);
    }

    private @Nullable DiagramBox end(Role role, Point2D middle, @Nullable DiagramTerm term) {
        return term == null ? null : sketch.box(role, middle, LayerStackLayout.SIDE, LayerStackLayout.SIDE, term);
    }

    private List<DiagramBox> boxes(double x, Level level, DiagramStep step, Map<Row, DiagramBox> states) {
        List<DiagramBox> boxes = new ArrayList<>();
        if (level instanceof Level.Layer layer) {
            for (Row row : layer.rows()) {
                DiagramBox state = state(Role.STATE, x + row.aside(), row, step.time());
                states.put(row, state);
                boxes.add(state);
            }
        } else if (level instanceof Level.Join join) {
            DiagramTerm both = DiagramTerm.at("a", step.time()).ofLayer(join.layer());
            boxes.add(sketch.box(
                    Role.BOTH_DIRECTIONS, new Point2D(x, join.y()), layout.stateWidth(), join.height(), both));
        } else if (level instanceof Level.Dots dots) {
            boxes.add(sketch.box(Role.DOTS, new Point2D(x, dots.y()), dots.height() / 2, dots.height()));
        }
        return boxes;
    }

    private DiagramBox state(Role role, double x, Row row, String time) {
        Point2D middle = new Point2D(x, row.y());
        DiagramTerm a = row.state("a", time);
        double width = role == Role.START ? width(row, time) : layout.stateWidth();
        return layout.hasMemory()
                ? sketch.box(role, middle, width, layout.stateHeight(), row.state("c", time), a)
                : sketch.box(role, middle, width, layout.stateHeight(), a);
    }

    private void climb(List<DiagramBox> below, List<DiagramBox> above) {
        for (DiagramBox lower : below) {
            for (DiagramBox upper : above) {
                sketch.arrow(lower, upper, ArrowStyle.PLAIN, lower.topMiddle(), upper.bottomMiddle());
            }
        }
    }

    /** Names the matrix beside the arrow that leads to a row; the one to a second row passes the first. */
    private void nameInput(Row row, double x, Row first) {
        DiagramTerm weight = row.weight("ax");
        double outwards = BESIDE + weight.width() / 2;
        sketch.label(
                weight,
                x + (row.flow() == Flow.FORWARD ? 0.85 * row.aside() - outwards : 0.4 * row.aside() + outwards),
                first.y()
                        + layout.stateHeight() / 2
                        + LABEL_DOWN * layout.detail().up());
    }

    private void nameOutput(double x, DiagramBox last) {
        DiagramTerm weight = DiagramTerm.weight("ya");
        double onArrow = x + 0.9 * (last.middle().getX() - x);
        sketch.label(
                weight,
                onArrow + BESIDE + weight.width() / 2,
                layout.outputY()
                        + LayerStackLayout.SIDE / 2
                        + LABEL_DOWN * layout.detail().up());
    }

    /** Steps that are not drawn. */
    Column dots(double x, DiagramStep like) {
        Map<Row, DiagramBox> states = new LinkedHashMap<>();
        layout.rows().forEach(row -> states.put(row, dots(x, row.y())));
        DiagramBox input = like.input() == null ? null : dots(x, 0);
        DiagramBox output = like.output() == null ? null : dots(x, layout.outputY());
        return new Column(x, input, states, output);
    }

    private DiagramBox dots(double x, double y) {
        return sketch.box(Role.DOTS, new Point2D(x, y), LayerStackLayout.DOTS, LayerStackLayout.DOTS - 0.1);
    }

    /** The states before the first step, of rows that begin there, right of an edge. */
    Column before(double edge, String time) {
        return start(edge, time, row -> row.flow() != Flow.BACKWARD);
    }

    /** The states after the last step, of rows that begin there, right of an edge. */
    Column after(double edge, String time) {
        return start(edge, time, row -> row.flow() == Flow.BACKWARD);
    }

    private Column start(double edge, String time, Predicate<Row> begins) {
        Map<Row, DiagramBox> states = new LinkedHashMap<>();
        layout.rows().stream()
                .filter(begins)
                .forEach(row -> states.put(row, state(Role.START, edge + width(row, time) / 2, row, time)));
        return new Column(edge, null, states, null);
    }

    /** Of a state before all others, whose step can have a long name. */
    private double width(Row row, String time) {
        return Math.max(layout.stateWidth(), row.state("a", time).width() + 2 * BESIDE);
    }

    /** States go from each column to the next one, or the other way where a row reads backwards. */
    void carry(Column left, Column right) {
        link(left, right, ArrowStyle.PLAIN);
    }

    /** The encoder's last state becomes the decoder's first one. */
    void handOver(Column encoder, Column decoder) {
        link(encoder, decoder, ArrowStyle.HANDED_OVER);
    }

    private void link(Column left, Column right, ArrowStyle style) {
        for (Row row : layout.rows()) {
            DiagramBox here = left.states().get(row);
            DiagramBox there = right.states().get(row);
            if (here != null && there != null) {
                lines(here, there, row, style);
                if (here.role() != Role.DOTS && there.role() != Role.DOTS) {
                    addName(row, here, there);
                }
            }
        }
    }

    private void lines(DiagramBox left, DiagramBox right, Row row, ArrowStyle style) {
        if (layout.hasMemory()) {
            line(left, right, row, style, -MEMORY_APART);
            line(left, right, row, style, MEMORY_APART);
        } else {
            line(left, right, row, style, 0);
        }
    }

    private void line(DiagramBox left, DiagramBox right, Row row, ArrowStyle style, double down) {
        if (row.flow() == Flow.BACKWARD) {
            sketch.arrow(right, left, style, right.onLeft(down), left.onRight(down));
        } else {
            sketch.arrow(left, right, style, left.onRight(down), right.onLeft(down));
        }
    }

    private void addName(Row row, DiagramBox left, DiagramBox right) {
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
    void feedBack(Column from, Column to, DiagramTerm read) {
        DiagramBox output = Objects.requireNonNull(from.output());
        DiagramBox state = Objects.requireNonNull(to.states().get(layout.first()));
        double x = state.left() - BEFORE_BOX;
        double low = layout.turnY();
        sketch.arrow(
                output,
                state,
                ArrowStyle.FED_BACK,
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
    void feedBackUnseen(Column from, Column dots) {
        DiagramBox output = Objects.requireNonNull(from.output());
        DiagramBox unseen = Objects.requireNonNull(dots.output());
        sketch.arrow(output, unseen, ArrowStyle.FED_BACK, output.onRight(0), unseen.onLeft(0));
    }

    /**
     * The boxes of a step.
     *
     * @param x its middle
     * @param states by row
     */
    record Column(
            double x,
            @Nullable DiagramBox input,
            Map<Row, DiagramBox> states,
            @Nullable DiagramBox output) {}
}
