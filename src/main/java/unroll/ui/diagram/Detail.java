package unroll.ui.diagram;

/** How much of a figure there is room for. Distances are in units of the text's height. */
enum Detail {
    /** The figure of a page: labels everywhere. */
    FULL(2.7, 3.8, 1.9),
    /** As small as a button: shapes alone, and only as many as tell the kinds apart. */
    SMALL(1.8, 1.8, 1.5);

    private final double across;
    private final double acrossFedBack;
    private final double up;

    Detail(double across, double acrossFedBack, double up) {
        this.across = across;
        this.acrossFedBack = acrossFedBack;
        this.up = up;
    }

    /** Between neighboring steps. */
    double across() {
        return across;
    }

    /** Between neighboring steps where an output is led down to the next one's input. */
    double acrossFedBack() {
        return acrossFedBack;
    }

    /** Between what lies one above the other. */
    double up() {
        return up;
    }
}
