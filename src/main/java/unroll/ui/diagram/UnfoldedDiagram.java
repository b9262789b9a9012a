package unroll.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import unroll.ui.diagram.Diagram.DiagramBox;
import unroll.ui.diagram.StepColumns.Column;

/** A network over its steps, one column each. */
final class UnfoldedDiagram {
    private static final double TIME_BELOW = 0.8;
    private static final double NAME_BELOW = 2.1;

    private final DiagramBuilder sketch;
    private final LayerStackLayout layout;
    private final StepColumns columns;
    private final Detail detail;
    /** Where the next column may begin. */
    private double edge;

    private UnfoldedDiagram(LayerStackLayout layout) {
        this.layout = layout;
        detail = layout.detail();
        sketch = new DiagramBuilder(detail);
        columns = new StepColumns(sketch, layout);
    }

    /** What is drawn of a kind. */
    static Diagram of(DiagramType kind, LayerBoxes stack, Detail detail) {
        UnfoldedDiagram figure = new UnfoldedDiagram(new LayerStackLayout(kind, stack, detail));
        TimeSteps way = TimeSteps.of(kind, detail);
        switch (kind) {
            case ONE_TO_ONE -> figure.walk(way.steps());
            case ONE_TO_MANY -> figure.write(figure.begin(), way.steps());
            case MANY_TO_ONE, MANY_TO_MANY_EQUAL, DEEP -> figure.read(figure.begin(), way.steps());
            case MANY_TO_MANY_UNEQUAL -> figure.translate(way);
            case BIDIRECTIONAL -> figure.end(figure.read(figure.begin(), way.steps()));
        }
        return figure.sketch.finish("Unfolded", figure.layout.headingY());
    }

    /** The state from which the first step starts, where there is room for it. */
    private List<Column> begin() {
        List<Column> row = new ArrayList<>();
        if (detail == Detail.FULL) {
            Column before = columns.before(edge, "0");
            row.add(before);
            edge = before.states().values().stream()
                            .mapToDouble(DiagramBox::right)
                            .max()
                            .orElse(edge)
                    + detail.across();
        }
        return row;
    }

    /** The state from which the last step starts, for rows that read backwards. */
    private void end(List<Column> row) {
        if (detail == Detail.FULL) {
            Column last = row.get(row.size() - 1);
            columns.carry(last, columns.after(edge, "T_x+1"));
        }
    }

    private List<Column> read(List<Column> row, List<DiagramStep> steps) {
        List<Column> walked = walk(steps);
        row.addAll(walked);
        carry(row);
        return row;
    }

    private void write(List<Column> row, List<DiagramStep> steps) {
        List<Column> written = walk(steps, detail.acrossFedBack());
        row.addAll(written);
        carry(row);
        feedBack(written, steps);
    }

    private void translate(TimeSteps way) {
        List<Column> encoder = read(begin(), way.steps());
        double border = edge - detail.across();
        edge = border + detail.acrossFedBack();
        List<Column> decoder = new ArrayList<>();
        write(decoder, way.answer());
        columns.handOver(encoder.get(encoder.size() - 1), decoder.get(0));
        addName("Encoder", encoder.get(0), encoder.get(encoder.size() - 1));
        addName("Decoder", decoder.get(0), decoder.get(decoder.size() - 1));
    }

    private void addName(String name, Column first, Column last) {
        sketch.label(DiagramTerm.words(name), (first.x() + last.x()) / 2, LayerStackLayout.SIDE / 2 + NAME_BELOW);
    }

    private List<Column> walk(List<DiagramStep> steps) {
        return walk(steps, detail.across());
    }

    private List<Column> walk(List<DiagramStep> steps, double gap) {
        List<Column> row = new ArrayList<>();
        for (DiagramStep step : steps) {
            double reach = step.isDots() ? LayerStackLayout.DOTS / 2 : layout.reach();
            double x = edge + reach;
            row.add(step.isDots() ? columns.dots(x, step) : columns.step(x, step));
            if (!step.isDots()) {
                sketch.label(DiagramTerm.formula("t = " + step.time()), x, LayerStackLayout.SIDE / 2 + TIME_BELOW);
            }
            edge = x + reach + gap;
        }
        return row;
    }

    private void carry(List<Column> row) {
        for (int i = 1; i < row.size(); i++) {
            columns.carry(row.get(i - 1), row.get(i));
        }
    }

    private void feedBack(List<Column> row, List<DiagramStep> steps) {
        for (int i = 1; i < row.size(); i++) {
            if (steps.get(i).isDots()) {
                columns.feedBackUnseen(row.get(i - 1), row.get(i));
            } else {
                String before = steps.get(i - 1).time();
                columns.feedBack(
                        row.get(i - 1),
                        row.get(i),
                        DiagramStep.y(steps.get(i - 1).isDots() ? "T_y−1" : before));
            }
        }
    }
}
