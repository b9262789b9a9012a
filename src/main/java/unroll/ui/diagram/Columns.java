package unroll.ui.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import unroll.ui.diagram.Arrow.Look;
import unroll.ui.diagram.Box.Role;
import unroll.ui.diagram.Lane.Way;
import unroll.ui.diagram.Tower.Storey;

/** Makes the columns of a figure and the arrows within them, from the input up to the output. */
final class Columns {
    private static final double BESIDE = 0.3;

    /** Where a label stands in the room between two storeys, from the upper one. */
    private static final double LABEL_DOWN = 0.55;

    private final Sketch sketch;
    private final Tower tower;

    Columns(Sketch sketch, Tower tower) {
        this.sketch = sketch;
        this.tower = tower;
    }

    /** A step that is drawn. */
    Column step(double x, Step step) {
        Box input = end(Role.INPUT, new Point(x, 0), step.input());
        Box output = end(Role.OUTPUT, new Point(x, tower.outputY()), step.output());
        Map<Lane, Box> states = new LinkedHashMap<>();
        List<Box> below = input == null ? List.of() : List.of(input);
        for (Storey storey : tower.storeys()) {
            List<Box> boxes = boxes(x, storey, step, states);
            climb(below, boxes);
            if (storey instanceof Storey.Layer layer && !below.isEmpty()) {
                layer.lanes().forEach(lane -> nameInput(lane, x, layer.lanes().get(0)));
            }
            below = boxes;
        }
        if (output != null) {
            climb(below, List.of(output));
            nameOutput(x, below.get(below.size() - 1));
        }
        return new Column(x, input, states, output);
    }

    private @Nullable Box end(Role role, Point middle, @Nullable Term term) {
        return term == null ? null : sketch.box(role, middle, Tower.SIDE, Tower.SIDE, term);
    }

    private List<Box> boxes(double x, Storey storey, Step step, Map<Lane, Box> states) {
        List<Box> boxes = new ArrayList<>();
        if (storey instanceof Storey.Layer layer) {
            for (Lane lane : layer.lanes()) {
                Box state = state(Role.STATE, x + lane.aside(), lane, step.time());
                states.put(lane, state);
                boxes.add(state);
            }
        } else if (storey instanceof Storey.Join join) {
            Term both = Term.at("a", step.time()).ofLayer(join.layer());
            boxes.add(sketch.box(Role.BOTH_WAYS, new Point(x, join.y()), tower.stateWidth(), join.height(), both));
        } else if (storey instanceof Storey.Dots dots) {
            boxes.add(sketch.box(Role.DOTS, new Point(x, dots.y()), dots.height() / 2, dots.height()));
        }
        return boxes;
    }

    private Box state(Role role, double x, Lane lane, String time) {
        Point middle = new Point(x, lane.y());
        Term a = lane.state("a", time);
        double width = role == Role.START ? width(lane, time) : tower.stateWidth();
        return tower.hasMemory()
                ? sketch.box(role, middle, width, tower.stateHeight(), lane.state("c", time), a)
                : sketch.box(role, middle, width, tower.stateHeight(), a);
    }

    private void climb(List<Box> below, List<Box> above) {
        for (Box lower : below) {
            for (Box upper : above) {
                sketch.arrow(lower, upper, Look.PLAIN, lower.topMiddle(), upper.bottomMiddle());
            }
        }
    }

    /** Names the matrix beside the arrow that leads to a lane; the one to a second lane passes the first. */
    private void nameInput(Lane lane, double x, Lane first) {
        Term weight = lane.weight("ax");
        double outwards = BESIDE + weight.width() / 2;
        sketch.label(
                weight,
                x + (lane.way() == Way.FORWARD ? 0.85 * lane.aside() - outwards : 0.4 * lane.aside() + outwards),
                first.y()
                        + tower.stateHeight() / 2
                        + LABEL_DOWN * tower.detail().up());
    }

    private void nameOutput(double x, Box last) {
        Term weight = Term.weight("ya");
        double onArrow = x + 0.9 * (last.middle().x() - x);
        sketch.label(
                weight,
                onArrow + BESIDE + weight.width() / 2,
                tower.outputY() + Tower.SIDE / 2 + LABEL_DOWN * tower.detail().up());
    }

    /** Steps that are not drawn. */
    Column dots(double x, Step like) {
        Map<Lane, Box> states = new LinkedHashMap<>();
        tower.lanes().forEach(lane -> states.put(lane, dots(x, lane.y())));
        Box input = like.input() == null ? null : dots(x, 0);
        Box output = like.output() == null ? null : dots(x, tower.outputY());
        return new Column(x, input, states, output);
    }

    private Box dots(double x, double y) {
        return sketch.box(Role.DOTS, new Point(x, y), Tower.DOTS, Tower.DOTS - 0.1);
    }

    /** The states before the first step, of lanes that begin there, right of an edge. */
    Column before(double edge, String time) {
        return start(edge, time, lane -> lane.way() != Way.BACKWARD);
    }

    /** The states after the last step, of lanes that begin there, right of an edge. */
    Column after(double edge, String time) {
        return start(edge, time, lane -> lane.way() == Way.BACKWARD);
    }

    private Column start(double edge, String time, Predicate<Lane> begins) {
        Map<Lane, Box> states = new LinkedHashMap<>();
        tower.lanes().stream()
                .filter(begins)
                .forEach(lane -> states.put(lane, state(Role.START, edge + width(lane, time) / 2, lane, time)));
        return new Column(edge, null, states, null);
    }

    /** Of a state before all others, whose step can have a long name. */
    private double width(Lane lane, String time) {
        return Math.max(tower.stateWidth(), lane.state("a", time).width() + 2 * BESIDE);
    }
}
