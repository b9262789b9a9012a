package unroll.ui.diagram;

import java.util.Objects;
import javafx.geometry.Point2D;
import unroll.ui.diagram.Diagram.Arrow.ArrowStyle;
import unroll.ui.diagram.Diagram.DiagramBox;
import unroll.ui.diagram.Diagram.DiagramBox.Role;
import unroll.ui.diagram.LayerStackLayout.Row;
import unroll.ui.diagram.LayerStackLayout.Row.Flow;
import unroll.ui.diagram.StepColumns.Column;

/** A network as it is: one box a layer, its state coming back to it a step later. */
final class FoldedDiagram {
    private static final double NAME_BELOW = 2.1;
    private static final double DELAY = 0.7;
    private static final double LOOP_REACH = 2.6;
    private static final double LOOP_HALF = 0.7;
    /** From the far end of a loop to the middle of its label. */
    private static final double LABEL_INSIDE = 0.9;

    private static final double HANDED_ACROSS = 5;

    private final DiagramBuilder sketch = new DiagramBuilder(Detail.FULL);
    private final LayerStackLayout layout;
    private final StepColumns columns;

    /** On which side of its box a loop lies. */
    private enum LoopSide {
        LEFT(-1),
        RIGHT(1);

        private final int sign;

        LoopSide(int sign) {
            this.sign = sign;
        }

        Point2D edge(DiagramBox box, double down) {
            return this == LEFT ? box.onLeft(down) : box.onRight(down);
        }
    }

    private FoldedDiagram(LayerStackLayout layout) {
        this.layout = layout;
        columns = new StepColumns(sketch, layout);
    }

    /** What is drawn of a kind. */
    static Diagram of(DiagramType kind, LayerBoxes stack) {
        FoldedDiagram figure = new FoldedDiagram(new LayerStackLayout(kind, stack, Detail.FULL));
        switch (kind) {
            case ONE_TO_ONE -> figure.columns.step(0, new DiagramStep("", DiagramStep.x(""), DiagramStep.y("")));
            case ONE_TO_MANY -> figure.writer();
            case MANY_TO_ONE ->
                figure.loops(figure.columns.step(0, new DiagramStep("t", DiagramStep.x("t"), DiagramStep.y("T_x"))));
            case MANY_TO_MANY_EQUAL, DEEP, BIDIRECTIONAL -> figure.loops(figure.columns.step(0, DiagramStep.both("t")));
            case MANY_TO_MANY_UNEQUAL -> figure.translator();
        }
        return figure.sketch.finish("Folded", figure.layout.headingY());
    }

    private void loops(Column column) {
        column.states()
                .forEach((row, box) -> loop(row, box, row.flow() == Flow.FORWARD ? LoopSide.LEFT : LoopSide.RIGHT));
    }

    /** A state goes out, waits for a step and comes back. */
    private void loop(Row row, DiagramBox box, LoopSide side) {
        double x = box.middle().getX() + side.sign * (box.width() / 2 + LOOP_REACH);
        double y = box.middle().getY();
        DiagramBox delay = sketch.box(Role.DELAY, new Point2D(x, y), DELAY, DELAY);
        sketch.arrow(
                box,
                delay,
                ArrowStyle.PLAIN,
                side.edge(box, -LOOP_HALF),
                new Point2D(x, y - LOOP_HALF),
                delay.topMiddle());
        sketch.arrow(
                delay,
                box,
                ArrowStyle.PLAIN,
                delay.bottomMiddle(),
                new Point2D(x, y + LOOP_HALF),
                side.edge(box, LOOP_HALF));
        String before = row.flow() == Flow.BACKWARD ? "t+1" : "t−1";
        DiagramTerm a = row.state("a", before);
        double beside = x + side.sign * (DELAY / 2 + 0.25 + a.width() / 2);
        if (layout.hasMemory()) {
            sketch.label(row.state("c", before), beside, y - 0.7);
            sketch.label(a, beside, y + 0.7);
        } else {
            sketch.label(a, beside, y);
        }
        sketch.label(row.weight("aa"), x - side.sign * LABEL_INSIDE, y + LOOP_HALF + 0.75);
    }

    /** Reads at its first step, and from then on what it wrote. */
    private void writer() {
        Column column = columns.step(0, new DiagramStep("t", DiagramStep.x("1"), DiagramStep.y("t")));
        loops(column);
        DiagramBox output = Objects.requireNonNull(column.output());
        DiagramBox state = Objects.requireNonNull(column.states().get(layout.first()));
        double x = state.left() - 2.1;
        DiagramBox delay = feedDelay(output, x);
        sketch.arrow(
                delay,
                state,
                ArrowStyle.FED_BACK,
                delay.bottomMiddle(),
                new Point2D(x, state.middle().getY()),
                state.onLeft(0));
        DiagramTerm weight = layout.first().weight("ax");
        sketch.label(weight, (x + state.left()) / 2, state.middle().getY() + 0.75);
    }

    /** From an output to the left and into a delay. */
    private DiagramBox feedDelay(DiagramBox output, double x) {
        double y =
                layout.outputY() + LayerStackLayout.SIDE / 2 + layout.detail().up() * 0.5;
        DiagramBox delay = sketch.box(Role.DELAY, new Point2D(x, y), DELAY, DELAY);
        sketch.arrow(
                output,
                delay,
                ArrowStyle.FED_BACK,
                output.onLeft(0),
                new Point2D(x, output.middle().getY()),
                delay.topMiddle());
        DiagramTerm read = DiagramStep.y("t−1");
        sketch.label(read, x - DELAY / 2 - 0.25 - read.width() / 2, y);
        return delay;
    }

    private void translator() {
        Column encoder = columns.step(0, DiagramStep.reads("t"));
        encoder.states().forEach((row, box) -> loop(row, box, LoopSide.LEFT));
        double x = layout.stateWidth() + HANDED_ACROSS;
        Column decoder = columns.step(x, DiagramStep.writes("t"));
        decoder.states().forEach((row, box) -> loop(row, box, LoopSide.RIGHT));
        columns.handOver(encoder, decoder);
        DiagramBox output = Objects.requireNonNull(decoder.output());
        DiagramBox state = Objects.requireNonNull(decoder.states().get(layout.first()));
        double down = state.left() - 0.75;
        DiagramBox delay = feedDelay(output, down);
        sketch.arrow(
                delay,
                state,
                ArrowStyle.FED_BACK,
                delay.bottomMiddle(),
                new Point2D(down, layout.turnY()),
                new Point2D(x, layout.turnY()),
                state.bottomMiddle());
        DiagramTerm weight = layout.first().weight("ax");
        sketch.label(weight, x + 0.3 + weight.width() / 2, (layout.turnY() + state.bottom()) / 2 + 0.1);
        sketch.label(DiagramTerm.words("Encoder"), 0, LayerStackLayout.SIDE / 2 + NAME_BELOW);
        sketch.label(DiagramTerm.words("Decoder"), x, LayerStackLayout.SIDE / 2 + NAME_BELOW);
    }
}
