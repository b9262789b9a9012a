package unroll.ui.diagram;

import java.util.List;

/**
 * A box of a figure.
 *
 * @param role what it stands for
 * @param middle its center
 * @param width in units of the text's height
 * @param height likewise
 * @param lines what is written in it, from the top
 */
record DiagramBox(Role role, DiagramPoint middle, double width, double height, List<DiagramTerm> lines) {
    /** What a box stands for. */
    enum Role {
        /** A symbol that is read. */
        INPUT,
        /** The hidden state of a layer at a step. */
        STATE,
        /** The state before the first step. */
        START,
        /** What both directions of a layer give together. */
        BOTH_DIRECTIONS,
        /** The probabilities of the answer. */
        OUTPUT,
        /** Keeps what comes in for one step. */
        DELAY,
        /** Steps or layers that are not drawn. */
        DOTS
    }

    double left() {
        return middle.x() - width / 2;
    }

    double right() {
        return middle.x() + width / 2;
    }

    double top() {
        return middle.y() - height / 2;
    }

    double bottom() {
        return middle.y() + height / 2;
    }

    DiagramPoint topMiddle() {
        return new DiagramPoint(middle.x(), top());
    }

    DiagramPoint bottomMiddle() {
        return new DiagramPoint(middle.x(), bottom());
    }

    /** On the left edge, so far below the middle. */
    DiagramPoint onLeft(double down) {
        return new DiagramPoint(left(), middle.y() + down);
    }

    /** On the right edge, so far below the middle. */
    DiagramPoint onRight(double down) {
        return new DiagramPoint(right(), middle.y() + down);
    }
}
