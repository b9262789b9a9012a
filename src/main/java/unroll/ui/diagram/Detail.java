package unroll.ui.diagram;

/**
 * How much of a figure there is room for. Distances are in units of the text's height.
 *
 * @param across between neighboring steps
 * @param acrossFedBack between neighboring steps where an output is led down to the next one's input
 * @param up between what lies one above the other
 */
record Detail(double across, double acrossFedBack, double up) {
    /** The figure of a page: labels everywhere. */
    static final Detail FULL = new Detail(2.7, 3.8, 1.9);

    /** As small as a button: shapes alone, and only as many as tell the kinds apart. */
    static final Detail SMALL = new Detail(1.8, 1.8, 1.5);
}
