package unroll.ui.diagram;

import unroll.ui.diagram.DiagramTerm.Accent;

/**
 * A row of states: a layer in one direction.
 *
 * @param layer its layer's name, empty where there is only one
 * @param flow which way it reads
 * @param aside how far right of a column's middle its boxes lie
 * @param y height of their middles
 */
record LayerRow(String layer, Flow flow, double aside, double y) {
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
