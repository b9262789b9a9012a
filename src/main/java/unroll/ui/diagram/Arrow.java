package unroll.ui.diagram;

import java.util.List;

/**
 * A line from box to box, with a head where something is read.
 *
 * @param from where it begins
 * @param to where it ends
 * @param style how it is drawn
 * @param path its corners, with both ends
 */
record Arrow(DiagramBox from, DiagramBox to, Style style, List<DiagramPoint> path) {
    /** How an arrow is drawn. */
    enum Style {
        PLAIN,
        /** An output that is read again. */
        FED_BACK,
        /** A state given from one network to another. */
        HANDED_OVER
    }

    /** A delay passes things on: the head is at the end of the line that leaves it. */
    boolean hasHead() {
        return to.role() != DiagramBox.Role.DELAY;
    }
}
