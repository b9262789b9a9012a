package unroll.plot;

/** What a color is for; a {@link Palette} says which color that is. */
public enum Ink {
    PAPER,
    /** Axes, names and numbers. */
    TEXT,
    /** What stands behind the curves. */
    GRID,
    BLUE,
    ORANGE,
    GREEN,
    PURPLE,
    /** What is no finite number, or was cut. */
    ALERT;

    private static final Ink[] SERIES = {BLUE, ORANGE, GREEN, PURPLE};

    /** The colors of several curves of one chart in turn, over again from the fifth on. */
    public static Ink series(int index) {
        return SERIES[index % SERIES.length];
    }
}
