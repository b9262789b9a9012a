package unroll.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import unroll.ui.diagram.DiagramTerm.Accent;
import unroll.ui.diagram.LayerStackLayout.Row.Flow;

/** What lies above what at a step: the input, the layers, the output. */
final class LayerStackLayout {
    /** Of inputs and outputs. */
    private static final double HEADING_ABOVE = 1.2;

    static final double SIDE = 2.4;

    private static final double BETWEEN_DIRECTIONS = 0.9;
    /** Of what stands for steps that are not drawn; two arrows of an LSTM end at it. */
    static final double DOTS = 1.4;

    private static final double DOTS_HEIGHT = 1.2;
    /** With more layers than this the middle ones are not drawn. */
    private static final int MAX_DRAWN = 3;

    private final LayerBoxes stack;
    private final Detail detail;
    private final boolean bidirectional;
    private final List<Level> levels = new ArrayList<>();
    private double top = -SIDE / 2;

    /** One level of the stack. */
    sealed interface Level {
        /** A layer; two rows where it is bidirectional. */
        record Layer(List<Row> rows) implements Level {}

        /** Layers that are not drawn. */
        record Dots(double y, double height) implements Level {}
    }

    LayerStackLayout(DiagramType kind, LayerBoxes stack, Detail detail) {
        this.stack = stack;
        this.detail = detail;
        bidirectional = kind == DiagramType.BIDIRECTIONAL;
        int layers = stack.layers();
        for (int layer = 1; layer <= layers; layer++) {
            if (layers <= MAX_DRAWN || layer < MAX_DRAWN || layer == layers) {
                addLayer(layers == 1 ? "" : Integer.toString(layer));
            } else if (layer == MAX_DRAWN) {
                levels.add(new Level.Dots(raise(DOTS_HEIGHT), DOTS_HEIGHT));
            }
        }
    }

    private void addLayer(String name) {
        if (!bidirectional) {
            levels.add(new Level.Layer(List.of(new Row(name, Flow.ONLY, 0, raise(stateHeight())))));
            return;
        }
        double aside = stateWidth() / 2 + 0.1;
        Row forward = new Row(name, Flow.FORWARD, -aside, raise(stateHeight()));
        top += detail.up() - BETWEEN_DIRECTIONS;
        Row backward = new Row(name, Flow.BACKWARD, aside, raise(stateHeight()));
        levels.add(new Level.Layer(List.of(forward, backward)));
    }

    /** Puts something this high on top, and gives the height of its middle. */
    private double raise(double height) {
        double middle = top - detail.up() - height / 2;
        top = middle - height / 2;
        return middle;
    }

    List<Level> levels() {
        return levels;
    }

    List<Row> rows() {
        return levels.stream()
                .filter(Level.Layer.class::isInstance)
                .flatMap(level -> ((Level.Layer) level).rows().stream())
                .toList();
    }

    /** The row that reads the inputs. */
    Row first() {
        return rows().get(0);
    }

    Detail detail() {
        return detail;
    }

    boolean hasMemory() {
        return stack.hasMemory();
    }

    double stateWidth() {
        if (bidirectional) {
            return stack.layers() == 1 ? 2.6 : 3.4;
        }
        return stack.layers() == 1 ? 2.8 : 3.4;
    }

    double stateHeight() {
        return hasMemory() ? 3 : 2.2;
    }

    /** From a column's middle to its farthest edge. */
    double reach() {
        return bidirectional ? stateWidth() + 0.1 : stateWidth() / 2;
    }

    /** Middle of a figure's heading. */
    double headingY() {
        return outputY() - SIDE / 2 - HEADING_ABOVE;
    }

    double outputY() {
        return top - detail.up() - SIDE / 2;
    }

    /** Where lines to the input of the first layer turn upwards. */
    double turnY() {
        return -SIDE / 2 - detail.up() + 1.3;
    }

    /**
     * A row of states: a layer in one direction.
     *
     * @param layer its layer's name, empty where there is only one
     * @param flow which way it reads
     * @param aside how far right of a column's middle its boxes lie
     * @param y height of their middles
     */
    record Row(String layer, Flow flow, double aside, double y) {
        /** Which way a layer reads. */
        enum Flow {
            /** From the first step on, as unidirectional layers do. */
            ONLY(Accent.NONE),
            FORWARD(Accent.FORWARD),
            BACKWARD(Accent.BACKWARD);

            private final Accent accent;

            Flow(Accent accent) {
                this.accent = accent;
            }
        }

        DiagramTerm state(String symbol, String time) {
            return DiagramTerm.at(symbol, time).ofLayer(layer).with(flow.accent);
        }

        DiagramTerm weight(String index) {
            return DiagramTerm.weight(index).ofLayer(layer).with(flow.accent);
        }
    }
}
