package unroll.corpus;

/** A part of a {@link Split}. */
public enum SplitPart {
    TRAIN("training part"),
    VALIDATION("validation part"),
    TEST("test part"),
    ALL("text");

    private final String title;

    SplitPart(String title) {
        this.title = title;
    }

    /** What sentences call it. */
    public String title() {
        return title;
    }
}
