package unroll.ui.diagram;

/** Something written beside boxes and arrows; its middle is its place. */
record DiagramLabel(DiagramTerm term, DiagramPoint middle) {
    double left() {
        return middle.x() - term.width() / 2;
    }

    double right() {
        return middle.x() + term.width() / 2;
    }

    double top() {
        return middle.y() - term.height() / 2;
    }

    double bottom() {
        return middle.y() + term.height() / 2;
    }
}
